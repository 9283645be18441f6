"""Dutch words from nature: the first half of a case id. Words may be added, never removed."""

WORDS = tuple(
    """
adelaar anemoon appelboom berk beuk bever bies bloesem boomklever boomvalk bosuil braam brem
buizerd das dauw distel dotterbloem dovenetel duif duin duinpan duinroos eekhoorn egel eik eikel
els engelwortel ereprijs esdoorn fazant fluitenkruid framboos gaai gans geelgors gras grasklokje
haas hazelaar heide helm hermelijn hert hommel honingbij hop hulst iep ijsvogel iris
jeneverbes kalmoes kamille kastanje kers klaproos klaver klimop knotwilg koekoek
koraal korenbloem kraanvogel krekel kwikstaart lariks lavendel leeuwerik libel lijster linde
lisdodde lork maan madelief maretak meidoorn mos mus nachtegaal narcis otter
paardenbloem papaver parel pimpelmees plataan populier primula ree reiger riet rivier rog
rozemarijn salie schelp sleedoorn sleutelbloem sneeuwklokje specht
steenuil ster stern sterrenkers struik tarwe tijm torenvalk tulp uil valeriaan valk varen veen
veldmuis veldsla viool vlas vlier vlinder vos wad waterlelie wilg winde wolf
zalm zandoog zeester zegge zilvermeeuw zonnebloem zuring zwaan zwam
    """.split()
)
