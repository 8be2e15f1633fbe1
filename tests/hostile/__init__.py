"""Files that were made to do harm, and what is done to them."""
