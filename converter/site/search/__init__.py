"""The search index: reduced copies of the pages, indexed by Pagefind in shards, one index per language.

Pagefind finds words, by their stems in the languages that it can stem; Chinese does not part its words. So Pagefind
is given a reduced copy of each page in which every Han character stands alone; a quoted query of such characters then
finds exactly the pages that hold the phrase. Arabic is given without vowel signs, which print puts or leaves out (its
stemmer sees to the forms of hamza). The copy also costs Pagefind less than the page would:

* anchors are empty elements, because Pagefind keeps the text of every element that has an id a second time;
* a paragraph begins with PARAGRAPH_MARK, which no query matches: phrases do not run over the end of a paragraph,
  and the browser cuts the content back into paragraphs there;
* there is no language on the page unless Pagefind can stem it: the segmenter for Chinese would find nothing to do.

The index is cut into shards along the sorted addresses, where the hash of an address says so. One changed page
makes one shard again; and while MkDocs still renders, the shards that are complete are indexed beside it. The
browser searches them together (`mergeIndex`). Filters are kept in a table of our own, `pages.json`, since
Pagefind writes its filters in an order that differs from run to run. `words.json` has the words of the texts, among
which the browser looks for what a misspelt one means.
"""

from converter.site.search.copies import PARAGRAPH_MARK, Block, blocks, reduced, spaced
from converter.site.search.index import FILTERS, SearchIndex

__all__ = ["FILTERS", "PARAGRAPH_MARK", "Block", "SearchIndex", "blocks", "reduced", "spaced"]
