"""The French words of the resolution in the official layout (`official.Words`): about lighthouses, all invented."""

from __future__ import annotations

from tests.documents.official import Words

FRENCH = Words(
    nations="Nations Unies",
    symbol="A/HRC/RES/51/937",
    organ="Assemblée générale",
    distribution=("Distr. générale", "14 octobre 2022", "Français", "Original : anglais"),
    head=(
        "Conseil des droits de l’homme",
        "Cinquante et unième session",
        "12 septembre-7 octobre 2022",
        "Point 3 de l’ordre du jour",
        "Promotion et protection de tous les droits de l’homme",
    ),
    adoption="Résolution adoptée par le Conseil des droits de l’homme le 7 octobre 2022",
    title="51/937. Éclairage des phares et droits des habitants du littoral",
    enacting="Le Conseil des droits de l’homme,",
    preamble=(
        "Guidé par les buts et principes du Service des phares, et réaffirmant que chaque phare doit être allumé avant "
        "le coucher du soleil et le rester par temps de brume jusqu’à ce que le dernier navire soit rentré au port, et "
        "que le logement du gardien doit être pourvu avant l’hiver de charbon, d’huile et d’eau douce,",
        "Rappelant sa résolution 48/924 du 11 octobre 2021^1^, dans laquelle il a demandé aux États de rendre compte "
        "de l’éclairage des phares, et la décision 2/913 du 27 novembre 2006, intitulée « Les feux du nord : une "
        "veille pour chaque récif »,",
        "Prenant note avec satisfaction du rapport des gardiens de phare^2^ et des recommandations qui y figurent, "
        "notamment celles qui concernent le remplacement des lentilles, le ramonage et la formation des jeunes "
        "gardiens, formulées après la visite de quarante phares de la côte septentrionale,",
    ),
    operative=(
        (0, "Engage tous les États :"),
        (1, "À allumer chaque phare avant le coucher du soleil et, à cette fin :"),
        (2, "À fournir assez d’huile et à examiner deux fois par an au moins les réservoirs, les mèches et les "
            "lentilles de chaque phare, et à en consigner le résultat dans le journal ;"),
        (2, "À former les gardiens ;"),
        (1, "À enregistrer chaque extinction, avec l’heure, le vent et l’épaisseur de la brume, et à en faire part "
            "dans les trois jours au port le plus proche ;"),
        (0, "Prie le Haut-Commissariat des Nations Unies aux droits de l’homme de lui présenter, à sa "
            "cinquante-quatrième session, un rapport sur la manière dont les cornes de brume pourraient sonner d’ici à "
            "2030 et d’en aviser les ports voisins^3^ ;"),
        (0, "Décide de rester saisi de la question."),
    ),
    notes=("A/HRC/48/924.", "A/HRC/51/906, sect. II.", "Voir l’annexe de la présente résolution, avec les directives."),
    closing=("43e séance", "7 octobre 2022", "[Adoptée sans vote.]"),
    annex="Annexe",
    annex_title="Directives relatives à l’éclairage des phares",
    annex_paragraphs=(
        (0, "Le feu est visible à dix milles marins ; par temps de brume, quand aucun feu ne porte, le gardien sonne "
            "la corne toutes les deux minutes, chaque fois pendant six secondes au moins, jusqu’à ce que la brume "
            "se lève."),
        (0, "Le gardien note chaque heure :"),
        (1, "La couleur du feu et son éclat vu du cap le plus proche ; s’ils diffèrent de ceux de l’heure précédente, "
            "il en écrit la raison et regarde de nouveau une heure plus tard ;"),
        (1, "L’épaisseur de la brume."),
        (0, "Avant de quitter le phare, le gardien remet les clefs, le journal et l’huile qui reste à celui qui le "
            "remplace, dit quelles mèches il faut tailler, quelle lentille est fêlée et quel escalier gèle en hiver, "
            "et allume une fois la lampe avec lui ; le gardien que personne ne relève demeure au phare."),
    ),
    figures=(("Phare", "Milles", "Allumé en"), ("Récif du Nord", "12", "1902"), ("Pointe Sud", "18", "1951")),
    labels=("%2)", "%3)"),
)  # fmt: skip
