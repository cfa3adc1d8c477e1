/** English sentences of the service, and the Dutch for them. */
export const fixedTexts: Readonly<Record<string, string>> = {
  // Rules: what they say and what to do.
  'The presumption binds imports into the United States.':
    'Het vermoeden geldt voor invoer in de Verenigde Staten.',
  'Orders bind imports into the United States.':
    'De bevelen gelden voor invoer in de Verenigde Staten.',
  'None under this rule.': 'Niets op grond van deze regeling.',
  'Nothing declared would give an authority a substantiated concern.':
    'Niets in de aangifte zou een autoriteit een gegronde bezorgdheid geven.',
  'The goods are of a sector or country with a known risk of forced labour. That is no sign against this supplier.':
    'De goederen komen uit een sector of land met een bekend risico op dwangarbeid. Dat zegt niets over deze leverancier.',
  'Map the supply chain of these goods to the raw material.':
    'Breng de keten van deze goederen in kaart tot aan de grondstof.',
  'Nothing declared points to Xinjiang or to a listed entity.':
    'Niets in de aangifte wijst op Xinjiang of op een partij op de lijst.',
  'No party and no goods declared are named in an order in force.':
    'Geen aangegeven partij of goed wordt genoemd in een geldend bevel.',
  'Nothing declared points to North Korean labour.':
    'Niets in de aangifte wijst op Noord-Koreaanse arbeid.',
  'The Regulation is about the market of the European Union.':
    'De verordening gaat over de markt van de Europese Unie.',
  'There are signs of a link to forced labour that must be looked into.':
    'Er zijn aanwijzingen voor een verband met dwangarbeid die onderzocht moeten worden.',
  'Ask the supplier for the makers of goods and inputs with proof, and decide on what they show.':
    'Vraag de leverancier met bewijs wie goederen en grondstoffen maakt, en beslis op wat daaruit blijkt.',
  'The facts declared would give an authority a substantiated concern that the goods were made with forced labour. The Regulation applies from 14 December 2027: goods placed on the market after that day fall under it, stock bought now among them.':
    'De aangegeven feiten zouden een autoriteit een gegronde bezorgdheid geven dat de goederen met dwangarbeid zijn gemaakt. De verordening geldt vanaf 14 december 2027: goederen die daarna in de handel komen vallen eronder, ook voorraad die nu is ingekocht.',
  'The facts declared point to forced labour without settling it; an authority could open a preliminary phase. The Regulation applies from 14 December 2027: goods placed on the market after that day fall under it, stock bought now among them.':
    'De aangegeven feiten wijzen op dwangarbeid zonder het uit te maken; een autoriteit kan een voorbereidende fase openen. De verordening geldt vanaf 14 december 2027: goederen die daarna in de handel komen vallen eronder, ook voorraad die nu is ingekocht.',
  'Gather the documents now, and do not build up stock that could not be sold after that day.':
    'Verzamel de documenten nu, en bouw geen voorraad op die na die dag niet verkocht mag worden.',
  'Do not place the goods on the market until the link is disproved; be ready to answer the authority.':
    'Breng de goederen niet in de handel voordat het verband is weerlegd; wees klaar om de autoriteit te antwoorden.',
  'The supply chain is linked to labour that the state imposes or that an authority found to be forced. A buyer has no leverage to end it.':
    'De keten is verbonden met arbeid die een staat oplegt of die een autoriteit als gedwongen heeft vastgesteld. Een koper kan daar geen einde aan maken.',
  'Place no further orders and end the relationship responsibly, unless the supplier shows within the time set that the link does not exist.':
    'Plaats geen nieuwe orders en beëindig de relatie op verantwoorde wijze, tenzij de leverancier op tijd aantoont dat het verband niet bestaat.',
  'Nothing found in what was declared.': 'Niets gevonden in wat is aangegeven.',
  'Keep the usual due diligence.': 'Houd de gebruikelijke zorgvuldigheid aan.',
  'Complete the declaration and screen again.': 'Vul de aangifte aan en screen opnieuw.',
  'Obtain the missing facts from the supplier.':
    'Vraag de ontbrekende gegevens op bij de leverancier.',
  'The goods are presumed to be made with forced labour and barred from entry, unless the importer shows that no input comes from Xinjiang or a listed entity, or rebuts the presumption by clear and convincing evidence.':
    'De goederen worden vermoed met dwangarbeid te zijn gemaakt en mogen niet worden ingevoerd, tenzij de importeur aantoont dat geen grondstof uit Xinjiang of van een partij op de lijst komt, of het vermoeden met duidelijk en overtuigend bewijs weerlegt.',
  'Hold the goods. Answer a detention notice within 30 days with supply-chain tracing from raw material to finished goods, or export them.':
    'Houd de goederen vast. Beantwoord een kennisgeving van vasthouding binnen 30 dagen met tracering van grondstof tot eindproduct, of voer de goederen weer uit.',
  'The goods fall under an order in force; they are detained or refused at entry.':
    'De goederen vallen onder een geldend bevel; zij worden bij binnenkomst vastgehouden of geweigerd.',
  'Hold the goods. Within three months of import, give the certificate of origin and the statement of 19 CFR 12.43, or export them.':
    'Houd de goederen vast. Geef binnen drie maanden na invoer het certificaat van oorsprong en de verklaring van 19 CFR 12.43 af, of voer de goederen weer uit.',
  'Facts declared point to Xinjiang or to a listed entity without settling that the goods were made there or by it.':
    'Aangegeven feiten wijzen op Xinjiang of op een partij op de lijst, zonder uit te maken dat de goederen daar of door die partij zijn gemaakt.',
  'Have a person settle the match; ask the supplier who made the goods, where, and of what inputs.':
    'Laat een medewerker de treffer beoordelen; vraag de leverancier wie de goederen maakte, waar en waarvan.',
  'Sourced links lead from a party to Xinjiang or to a listed entity, over goods of which these can be made. Goods made in part of such inputs are presumed barred; there is no least share. Unless these goods are shown to hold none of them, expect detention.':
    'Verbanden met bron leiden van een partij naar Xinjiang of naar een partij op de lijst, via goederen waarvan deze gemaakt kunnen zijn. Ook goederen die deels uit zulke grondstoffen bestaan worden vermoed te zijn geweerd, zonder ondergrens. Reken op vasthouding, tenzij blijkt dat deze goederen er niets van bevatten.',
  'Hold the goods until the supplier traces their inputs, lot by lot, to makers outside the path found.':
    'Houd de goederen vast totdat de leverancier de grondstoffen partij voor partij herleidt tot makers buiten het gevonden pad.',
  'A party may be named in an order, is named in one that is about other goods than these, or is supplied by one so named.':
    'Een partij wordt mogelijk in een bevel genoemd, wordt genoemd in een bevel over andere goederen, of krijgt geleverd van een partij die erin wordt genoemd.',
  'Have a person settle the match and compare the goods with the order.':
    'Laat een medewerker de treffer beoordelen en de goederen met het bevel vergelijken.',
  'Goods made there are presumed to be made with forced labour and barred from entry, unless the importer shows otherwise by clear and convincing evidence.':
    'Goederen van daar worden vermoed met dwangarbeid te zijn gemaakt en mogen niet worden ingevoerd, tenzij de importeur met duidelijk en overtuigend bewijs het tegendeel aantoont.',
  'Hold the goods and take legal advice: sanctions of the United States and the United Nations may bar the trade itself.':
    'Houd de goederen vast en win juridisch advies in: sancties van de Verenigde Staten en de Verenigde Naties kunnen de handel zelf verbieden.',
  'Facts declared point to North Korea without settling who made the goods.':
    'Aangegeven feiten wijzen op Noord-Korea zonder uit te maken wie de goederen maakte.',
  'Ask the supplier where and by whom the goods were made.':
    'Vraag de leverancier waar en door wie de goederen zijn gemaakt.',
  'the notice of detention': 'de kennisgeving van vasthouding',
  import: 'de invoer',
  "an authority's request in the preliminary phase":
    'het verzoek van een autoriteit in de voorbereidende fase',
  'no manufacturer, exporter, seller or supplier is named':
    'er is geen fabrikant, exporteur, verkoper of leverancier genoemd',

  // Goods and sectors.
  Apparel: 'Kleding',
  'Cotton and cotton products': 'Katoen en katoenproducten',
  'Tomatoes and downstream products': 'Tomaten en tomatenproducten',
  'Silica-based products, including polysilicon':
    'Producten op basis van silica, waaronder polysilicium',
  'Polyvinyl chloride (PVC)': 'Polyvinylchloride (pvc)',
  'Polyvinyl chloride': 'Polyvinylchloride (pvc)',
  Aluminium: 'Aluminium',
  Seafood: 'Zeevruchten',
  'Human hair and hair products': 'Mensenhaar en haarproducten',
  'Jujubes (red dates)': 'Jujubes (rode dadels)',
  'Other goods': 'Overige goederen',
  Cotton: 'Katoen',
  Tomatoes: 'Tomaten',
  Polysilicon: 'Polysilicium',
  'Metallurgical-grade silicon': 'Silicium van metallurgische kwaliteit',
  'Human hair': 'Mensenhaar',
  'Fish and seafood': 'Vis en zeevruchten',
  Copper: 'Koper',
  Steel: 'Staal',
  'Lithium batteries': 'Lithiumbatterijen',
  'Lithium compounds': 'Lithiumverbindingen',
  'Caustic soda': 'Natronloog',
  'Red dates': 'Rode dadels',

  // Documents to ask for.
  'The maker of the goods: name, address and registration number of each factory that had a hand in them':
    'De maker van de goederen: naam, adres en registratienummer van elke betrokken fabriek',
  'Makers and places of origin of each input, back to the raw material':
    'Makers en plaatsen van herkomst van elke grondstof, tot aan de basis',
  'Purchase orders, invoices and payment records at each tier':
    'Inkooporders, facturen en betalingsbewijzen van elke schakel',
  'Transport records at each tier': 'Vervoersbescheiden van elke schakel',
  'Production records that tie the goods to the lots of inputs, with a mass balance':
    'Productieadministratie die de goederen aan partijen grondstof koppelt, met massabalans',
  'List of workers, how each was recruited, and wage records':
    'Lijst van werknemers, hoe ieder is geworven, en loonadministratie',
  'Records of each collection of hair: collector, place, date, weight and price paid to the giver':
    'Gegevens van elke haarinzameling: inzamelaar, plaats, datum, gewicht en prijs aan de gever',
  'Purchase contracts and payment records between collector, wholesaler and factory':
    'Koopcontracten en betalingsbewijzen tussen inzamelaar, groothandel en fabriek',
  'Transport and import records of the raw hair, with its country of collection':
    'Vervoers- en invoerbescheiden van het ruwe haar, met land van inzameling',
  'Processing records of the factory, lot by lot: sorting, bleaching, dyeing, wefting, knotting, with weights in and out':
    'Verwerkingsadministratie van de fabriek per partij: sorteren, bleken, verven, weven, knopen, met gewicht in en uit',
  'List of workers and wage records of the lots, with proof that none was placed by a labour-transfer programme':
    'Werknemerslijst en loonadministratie van de partijen, met bewijs dat niemand via een arbeidsoverdrachtprogramma is geplaatst',
  'A mass balance from hair bought to goods shipped':
    'Massabalans van ingekocht haar tot verzonden goederen',
  'Bale tags and gin records: gin, permanent bale identification, place and season of growth':
    'Baallabels en ontkorrelgegevens: ontkorrelaar, vaste baalidentificatie, plaats en seizoen van teelt',
  'Purchase contracts, invoices and payment records from gin to merchant and spinner':
    'Koopcontracten, facturen en betalingsbewijzen van ontkorrelaar tot handelaar en spinner',
  'Bills of lading and import entries of the raw cotton':
    'Cognossementen en invoeraangiften van de ruwe katoen',
  'Spinning records: laydown of bales for each yarn lot, with weights and waste':
    'Spinadministratie: gebruikte balen per garenpartij, met gewichten en afval',
  'Weaving or knitting, dyeing and finishing records that tie each fabric lot to yarn lots':
    'Weef- of brei-, verf- en afwerkadministratie die elke doekpartij aan garenpartijen koppelt',
  'Cutting and sewing orders that tie each garment style and lot to fabric lots':
    'Knip- en naaiorders die elk kledingmodel en elke partij aan doekpartijen koppelen',
  'A mass balance from bale to garment, with a flow chart and an index of the documents':
    'Massabalans van baal tot kledingstuk, met stroomschema en index van de documenten',
  'Quartz: mine, place, mining records and sales to the smelter':
    'Kwarts: mijn, plaats, winningsgegevens en verkoop aan de smelter',
  'Metallurgical-grade silicon: smelter, furnace and production records, invoices':
    'Metallurgisch silicium: smelter, oven- en productiegegevens, facturen',
  'Shipment and payment records from smelter to importer':
    'Vervoers- en betalingsbewijzen van smelter tot importeur',
  'A mass balance of quartz, reductant and silicon':
    'Massabalans van kwarts, reductiemiddel en silicium',
  'Polysilicon: producer, plant and lot, with delivery notes and payment records':
    'Polysilicium: producent, fabriek en partij, met leverbonnen en betalingsbewijzen',
  'Ingots and wafers: producer, lots, and the polysilicon lots charged to each ingot':
    'Staven en wafers: producent, partijen, en de polysiliciumpartijen per staaf',
  'Cells and modules: bill of materials and serial numbers that tie each module to cell and wafer lots':
    'Cellen en panelen: stuklijst en serienummers die elk paneel aan cel- en waferpartijen koppelen',
  'A mass balance from quartz to module, with a flow chart and an index of the documents':
    'Massabalans van kwarts tot paneel, met stroomschema en index van de documenten',
  'Resin: producer, plant and lot, with the process used (calcium carbide or ethylene) and the source of carbide, salt and mercury catalyst':
    'Hars: producent, fabriek en partij, met het gebruikte procedé (calciumcarbide of etheen) en de bron van carbide, zout en kwikkatalysator',
  'Delivery notes and payment records from resin producer to processor':
    'Leverbonnen en betalingsbewijzen van harsproducent tot verwerker',
  'Compounding and extrusion or calendering records that tie goods to resin lots':
    'Meng- en extrusie- of kalanderadministratie die goederen aan harspartijen koppelt',
  'A mass balance from resin to goods': 'Massabalans van hars tot goederen',
  'Electrolysis plant, with the source of salt and electricity':
    'Elektrolysefabriek, met de bron van zout en elektriciteit',
  'Batch and dispatch records, invoices and payment records':
    'Charge- en verzendgegevens, facturen en betalingsbewijzen',
  'List of workers of the plant and how each was recruited':
    'Lijst van werknemers van de fabriek en hoe ieder is geworven',
  'Bauxite mine and alumina refinery, with shipments to the smelter':
    'Bauxietmijn en aluinaarderaffinaderij, met leveringen aan de smelter',
  'Smelter, with pot-line production records and the source of its electricity':
    'Smelter, met productiegegevens per ovenlijn en de bron van de elektriciteit',
  'Casting and remelting records that tie billets to smelter lots or to scrap':
    'Giet- en omsmeltgegevens die billets aan smelterpartijen of schroot koppelen',
  'Extrusion or rolling orders that tie goods to billets':
    'Extrusie- of walsorders die goederen aan billets koppelen',
  'A mass balance from alumina or scrap to goods':
    'Massabalans van aluinaarde of schroot tot goederen',
  'Mine and concentrate, with shipments to the smelter':
    'Mijn en concentraat, met leveringen aan de smelter',
  'Smelter and refinery records, with cathode lots':
    'Smelter- en raffinagegegevens, met kathodepartijen',
  'Drawing, rolling or casting orders that tie goods to cathode lots or to scrap':
    'Trek-, wals- of gietorders die goederen aan kathodepartijen of schroot koppelen',
  'A mass balance from concentrate to goods': 'Massabalans van concentraat tot goederen',
  'Mine or brine, with concentrate shipments to the converter':
    'Mijn of pekel, met leveringen van concentraat aan de verwerker',
  'Conversion plant, with batch records and invoices':
    'Conversiefabriek, met chargegegevens en facturen',
  'A mass balance from concentrate to compound': 'Massabalans van concentraat tot verbinding',
  'Coke, iron ore or scrap: source and shipments to the mill':
    'Cokes, ijzererts of schroot: bron en leveringen aan de staalfabriek',
  'Mill test certificates with heat numbers that tie goods to melts':
    'Walserijcertificaten met chargenummers die goederen aan smelten koppelen',
  'Rolling, coating and cutting records': 'Wals-, coat- en snijgegevens',
  'A mass balance from melt to goods': 'Massabalans van smelt tot goederen',
  'Growers: names, fields with coordinates, season, and contracts':
    'Telers: namen, percelen met coördinaten, seizoen en contracten',
  'Seed: supplier and lot': 'Zaad: leverancier en partij',
  'Harvest and delivery records to the factory, by lorry and weight':
    'Oogst- en aanvoergegevens naar de fabriek, per vrachtwagen en gewicht',
  'Processing records: lots, brix and drum or can numbers':
    'Verwerkingsgegevens: partijen, brix en vat- of bliknummers',
  'Invoices and payment records from grower to exporter':
    'Facturen en betalingsbewijzen van teler tot exporteur',
  'A mass balance from fresh tomatoes to paste or goods':
    'Massabalans van verse tomaten tot puree of goederen',
  'Orchards: growers, places with coordinates, season, and contracts':
    'Boomgaarden: telers, plaatsen met coördinaten, seizoen en contracten',
  'Purchase and payment records from grower to packer':
    'Inkoop- en betalingsbewijzen van teler tot verpakker',
  'Drying, sorting and packing records with lots': 'Droog-, sorteer- en verpakgegevens per partij',
  'A mass balance from orchard to carton': 'Massabalans van boomgaard tot doos',
  'Catch certificates with vessel, flag, IMO number, gear, area and dates':
    'Vangstcertificaten met vaartuig, vlag, IMO-nummer, vistuig, gebied en data',
  'Crew lists and contracts, and recruitment fees paid':
    'Bemanningslijsten en contracten, en betaalde wervingskosten',
  'Transhipment and landing declarations': 'Overladings- en aanlandingsverklaringen',
  'Processing plant, its workers and how each was recruited':
    'Verwerkingsbedrijf, de werknemers en hoe ieder is geworven',
  'A mass balance from landed weight to goods': 'Massabalans van aangeland gewicht tot goederen',
  'Mill list with coordinates, and plantation of origin':
    'Lijst van oliemolens met coördinaten, en plantage van herkomst',
  'Recruitment records of migrant workers, fees and passports':
    'Wervingsgegevens van arbeidsmigranten, kosten en paspoorten',
  'Chain-of-custody records from mill to refinery':
    'Overdrachtsgegevens van molen tot raffinaderij',
  'Plantation and mill, with harvest records': 'Plantage en molen, met oogstgegevens',
  'Contracts, hours and wage records of cane cutters':
    'Contracten, uren en loonadministratie van rietkappers',
  'Dispatch records from mill to refinery': 'Verzendgegevens van molen tot raffinaderij',
  'Growers and their contracts, including tenants': 'Telers en hun contracten, ook van pachters',
  'Buying-station and auction records with bale numbers':
    'Gegevens van inkoopstation en veiling, met baalnummers',
  'Processing records that tie goods to bales':
    'Verwerkingsgegevens die goederen aan balen koppelen',
  'Factory, production line and lot': 'Fabriek, productielijn en partij',
  'Recruitment records of migrant workers: agents, fees and repayment':
    'Wervingsgegevens van arbeidsmigranten: bemiddelaars, kosten en terugbetaling',
  'Wage, hour and dormitory records': 'Loon-, uren- en huisvestingsgegevens',
  'Cooperative and farms with coordinates': 'Coöperatie en bedrijven met coördinaten',
  'Purchase records from farm gate to exporter': 'Inkoopgegevens van boerderij tot exporteur',
  'Child-labour monitoring records of the cooperative':
    'Gegevens van toezicht op kinderarbeid van de coöperatie',
  'Mine of origin with licence and export certificate':
    'Mijn van herkomst, met vergunning en uitvoercertificaat',
  'Refiner, with its chain-of-custody records': 'Raffineur, met overdrachtsgegevens',
  'Assay and transport records of each lot': 'Keurings- en vervoersgegevens van elke partij',

  // Lists.
  'UFLPA Entity List': 'UFLPA-lijst van entiteiten',
  'Withhold Release Orders and Findings': 'Weringsbevelen (WRO) en vaststellingen',
  'Sectors of high priority and goods under orders, with HS prefixes':
    'Prioritaire sectoren en goederen onder bevel, met HS-codes',
  'List of Goods Produced by Child Labor or Forced Labor':
    'Lijst van goederen uit kinder- of dwangarbeid (VS)',
  'Places of the Xinjiang Uyghur Autonomous Region':
    'Plaatsen in de Oeigoerse Autonome Regio Xinjiang',
  'States that impose labour, other than in Xinjiang':
    'Staten die arbeid opleggen, anders dan in Xinjiang',
  'Commodities: what goods are called, what they are made from, and what to ask for':
    'Producten: hoe goederen heten, waaruit ze zijn gemaakt en wat op te vragen',
  'cn-divisions': 'Bestuurlijke indeling van China',
  'Divisions of China by code, postcode and telephone code':
    'Bestuurlijke indeling van China naar code, postcode en netnummer',
};
