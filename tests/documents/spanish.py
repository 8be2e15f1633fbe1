"""The Spanish words of the resolution in the official layout (`official.Words`): about lighthouses, all invented."""

from __future__ import annotations

from tests.documents.official import Words

SPANISH = Words(
    nations="Naciones Unidas",
    symbol="A/HRC/RES/51/937",
    organ="Asamblea General",
    distribution=("Distr. general", "14 de octubre de 2022", "Español", "Original: inglés"),
    head=(
        "Consejo de Derechos Humanos",
        "51er período de sesiones",
        "12 de septiembre a 7 de octubre de 2022",
        "Tema 3 de la agenda",
        "Promoción y protección de todos los derechos humanos",
    ),
    adoption="Resolución aprobada por el Consejo de Derechos Humanos el 7 de octubre de 2022",
    title="51/937. Alumbrado de los faros y derechos de los habitantes del litoral",
    enacting="El Consejo de Derechos Humanos,",
    preamble=(
        "Guiado por los propósitos y principios del Servicio de Faros, y reafirmando que todo faro debe encenderse "
        "antes de la puesta del sol y permanecer encendido en la niebla hasta que el último barco haya vuelto al "
        "puerto, y que la casa del guardián debe abastecerse antes del invierno de carbón, aceite y agua dulce,",
        "Recordando su resolución 48/924, de 11 de octubre de 2021^1^, en la que solicitó a los Estados que dieran "
        "cuenta del alumbrado de los faros, y la decisión 2/913, de 27 de noviembre de 2006, titulada “Las luces del "
        "norte: una guardia para cada arrecife”,",
        "Tomando nota con reconocimiento del informe de los guardianes de faro^2^ y de las recomendaciones que figuran "
        "en él, en particular las relativas a la sustitución de las lentes, el deshollinamiento y la capacitación de "
        "los guardianes jóvenes, formuladas tras la visita a cuarenta faros de la costa septentrional,",
    ),
    operative=(
        (0, "Exhorta a todos los Estados a que:"),
        (1, "Enciendan cada faro antes de la puesta del sol y, a tal fin:"),
        (2, "Proporcionen aceite suficiente y examinen al menos dos veces al año los depósitos, las mechas y las "
            "lentes de cada faro, y anoten el resultado en el libro de guardia;"),
        (2, "Capaciten a los guardianes;"),
        (1, "Registren cada apagón, con la hora, el viento y el espesor de la niebla, y lo comuniquen en un plazo de "
            "tres días al puerto más cercano;"),
        (0, "Solicita a la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos que le "
            "presente, en su 54º período de sesiones, un informe sobre la manera en que las sirenas de niebla podrían "
            "sonar a más tardar en 2030 y que avise de ello a los puertos vecinos^3^;"),
        (0, "Decide seguir ocupándose de la cuestión."),
    ),
    notes=("A/HRC/48/924.", "A/HRC/51/906, secc. II.", "Véase el anexo de la presente resolución y sus directrices."),
    closing=("43ª sesión", "7 de octubre de 2022", "[Aprobada sin votación.]"),
    annex="Anexo",
    annex_title="Directrices relativas al alumbrado de los faros",
    annex_paragraphs=(
        (0, "La luz será visible a diez millas marinas; en la niebla, cuando ninguna luz alcance, el guardián hará "
            "sonar la sirena cada dos minutos, cada vez durante seis segundos como mínimo, hasta que la niebla se "
            "levante."),
        (0, "El guardián anotará cada hora:"),
        (1, "El color de la luz y su brillo vistos desde el cabo más próximo; si difieren de los de la hora anterior, "
            "escribirá el motivo y mirará de nuevo una hora más tarde;"),
        (1, "El espesor de la niebla."),
        (0, "Antes de dejar el faro, el guardián entregará las llaves, el libro y el aceite restante a quien lo "
            "releve, le dirá qué mechas hay que cortar, qué lente está rajada y qué escalera se hiela en invierno, y "
            "encenderá una vez la lámpara con él; el guardián al que nadie releve permanecerá en el faro."),
    ),
    figures=(("Faro", "Millas", "Encendido en"), ("Arrecife Norte", "12", "1902"), ("Punta Sur", "18", "1951")),
    labels=("%2)", "%3)"),
)  # fmt: skip
