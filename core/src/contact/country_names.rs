//! What countries are called. Data only: codes by ISO 3166-1; names in English, German, Dutch, French and Spanish, and in
//! a country's own language for many, by the Unicode CLDR 48 (Unicode License v3); and other names in common use.

/// One country a line: its alpha-2 code, its alpha-3 code, and its names folded (lower case, without accents, single
/// spaces for everything else) and parted by `|`. No name stands for two countries, and none is a country's code.
pub(super) const COUNTRIES: &str = "\
AD AND andorra|andorre
AE ARE united arab emirates|vereinigte arabische emirate|verenigde arabische emiraten|emirats arabes unis|emiratos arabes unidos|الامارات العربية المتحدة|uae|u a e|vae|eau
AF AFG afghanistan|afganistan
AG ATG antigua barbuda|antigua und barbuda|antigua en barbuda|antigua et barbuda|antigua y barbuda
AI AIA anguilla|anguila
AL ALB albania|albanien|albanie|shqiperi
AM ARM armenia|armenien|armenie
AO AGO angola
AQ ATA antarctica|antarktis|antarctique|antartida
AR ARG argentina|argentinien|argentinie|argentine|argentine republic
AS ASM american samoa|amerikanisch samoa|amerikaans samoa|samoa americaines|samoa americana
AT AUT austria|osterreich|oostenrijk|autriche|republic of austria|republik osterreich|oesterreich
AU AUS australia|australien|australie|commonwealth of australia
AW ABW aruba
AX ALA aland islands|alandinseln|aland|iles aland|islas aland
AZ AZE azerbaijan|aserbaidschan|azerbeidzjan|azerbaidjan|azerbaiyan
BA BIH bosnia herzegovina|bosnia|bosnien und herzegowina|bosnie en herzegovina|bosnie herzegovine|bosnia y herzegovina|bosna i hercegovina
BB BRB barbados|barbade
BD BGD bangladesh|bangladesch|banglades|people s republic of bangladesh
BE BEL belgium|belgien|belgie|belgique|belgica|kingdom of belgium
BF BFA burkina faso
BG BGR bulgaria|bulgarien|bulgarije|bulgarie|българия
BH BHR bahrain|bahrein|barein
BI BDI burundi
BJ BEN benin
BL BLM st barthelemy|saint barthelemy|san bartolome
BM BMU bermuda|bermudes|bermudas
BN BRN brunei|brunei darussalam
BO BOL bolivia|bolivien|bolivie|bolivia plurinational state of|plurinational state of bolivia
BQ BES caribbean netherlands|karibische niederlande|caribisch nederland|pays bas caribeens|caribe neerlandes|bonaire sint eustatius and saba
BR BRA brazil|brasilien|brazilie|bresil|brasil|federative republic of brazil
BS BHS bahamas|bahama s|the bahamas
BT BTN bhutan|bhoutan|butan
BV BVT bouvet island|bouvetinsel|bouveteiland|ile bouvet|isla bouvet
BW BWA botswana|botsuana
BY BLR belarus|bielorussie|bielorrusia|weissrussland|wit rusland
BZ BLZ belize|belice
CA CAN canada|kanada
CC CCK cocos keeling islands|cocos islands|kokosinseln|cocoseilanden|iles cocos|islas cocos|keeling islands
CD COD congo kinshasa|kongo kinshasa|republica democratica del congo|democratic republic of the congo|congo the democratic republic of the|dr congo|drc|demokratische republik kongo|republique democratique du congo
CF CAF central african republic|zentralafrikanische republik|centraal afrikaanse republiek|republique centrafricaine|republica centroafricana
CG COG congo brazzaville|kongo brazzaville|congo|republic of the congo|congo republic of the|republik kongo
CH CHE switzerland|schweiz|zwitserland|suisse|suiza|svizzera|svizra|swiss confederation|confoederatio helvetica
CI CIV cote d ivoire|ivoorkust|ivory coast|elfenbeinkuste|costa de marfil
CK COK cook islands|cookinseln|cookeilanden|iles cook|islas cook
CL CHL chile|chili|republic of chile
CM CMR cameroon|kamerun|kameroen|cameroun|camerun
CN CHN china|chine|中国|people s republic of china|china pr|prc|volksrepublik china
CO COL colombia|kolumbien|colombie|republic of colombia
CR CRI costa rica
CU CUB cuba|kuba
CV CPV cape verde|cabo verde|kaapverdie|cap vert|kap verde
CW CUW curacao|curazao
CX CXR christmas island|weihnachtsinsel|christmaseiland|ile christmas|isla de navidad
CY CYP cyprus|zypern|chypre|chipre
CZ CZE czechia|tschechien|tsjechie|tchequie|chequia|cesko|czech republic|tschechische republik|republique tcheque|republica checa|tsjechische republiek|ceska republika
DE DEU germany|deutschland|duitsland|allemagne|alemania|federal republic of germany|bundesrepublik deutschland|brd|republique federale d allemagne|republica federal de alemania
DJ DJI djibouti|dschibuti|yibuti
DK DNK denmark|danemark|denemarken|dinamarca|danmark|kingdom of denmark
DM DMA dominica|dominique
DO DOM dominican republic|dominikanische republik|dominicaanse republiek|republique dominicaine|republica dominicana
DZ DZA algeria|algerien|algerije|algerie|argelia
EC ECU ecuador|equateur
EE EST estonia|estland|estonie|eesti
EG EGY egypt|agypten|egypte|egipto|مصر|arab republic of egypt
EH ESH western sahara|westsahara|westelijke sahara|sahara occidental
ER ERI eritrea|erythree
ES ESP spain|spanien|spanje|espagne|espana|kingdom of spain|reino de espana
ET ETH ethiopia|athiopien|ethiopie|etiopia
FI FIN finland|finnland|finlande|finlandia|suomi
FJ FJI fiji|fidschi|fidji|fiyi
FK FLK falkland islands|falklandinseln|falklandeilanden|iles malouines|islas malvinas|falkland islands malvinas
FM FSM micronesia|mikronesien|micronesie|micronesia federated states of|federated states of micronesia
FO FRO faroe islands|faroer|faeroer|iles feroe|islas feroe
FR FRA france|frankreich|frankrijk|francia|french republic|republique francaise
GA GAB gabon|gabun
GB GBR united kingdom|uk|vereinigtes konigreich|verenigd koninkrijk|vk|royaume uni|r u|reino unido|u k|great britain|united kingdom of great britain and northern ireland|the united kingdom|england|scotland|wales|northern ireland|grossbritannien|groot brittannie|grande bretagne|gran bretana|inglaterra|angleterre|engeland
GD GRD grenada|grenade|granada
GE GEO georgia|georgien|georgie
GF GUF french guiana|franzosisch guayana|frans guyana|guyane francaise|guayana francesa
GG GGY guernsey|guernesey
GH GHA ghana
GI GIB gibraltar
GL GRL greenland|gronland|groenland|groenlandia
GM GMB gambia|gambie|the gambia
GN GIN guinea|guinee
GP GLP guadeloupe|guadalupe
GQ GNQ equatorial guinea|aquatorialguinea|equatoriaal guinea|guinee equatoriale|guinea ecuatorial
GR GRC greece|griechenland|griekenland|grece|grecia|ελλαδα|hellenic republic|hellas
GS SGS south georgia south sandwich islands|sudgeorgien und die sudlichen sandwichinseln|zuid georgia en zuidelijke sandwicheilanden|georgie du sud et les iles sandwich du sud|islas georgia del sur y sandwich del sur|south georgia and the south sandwich islands
GT GTM guatemala
GU GUM guam
GW GNB guinea bissau|guinee bissau|guinea bisau
GY GUY guyana
HK HKG hong kong sar china|hong kong|sonderverwaltungsregion hongkong|hongkong|hongkong sar van china|r a s chinoise de hong kong|rae de hong kong china|hong kong sar
HM HMD heard mcdonald islands|heard und mcdonaldinseln|heard en mcdonaldeilanden|iles heard et macdonald|islas heard y mcdonald|heard island and mcdonald islands
HN HND honduras
HR HRV croatia|kroatien|kroatie|croatie|croacia|hrvatska
HT HTI haiti
HU HUN hungary|ungarn|hongarije|hongrie|hungria|magyarorszag|republic of hungary
ID IDN indonesia|indonesien|indonesie|republic of indonesia
IE IRL ireland|irland|ierland|irlande|irlanda|eire|republic of ireland
IL ISR israel|ישראל|state of israel
IM IMN isle of man|ile de man|isla de man
IN IND india|indien|inde|republic of india|bharat
IO IOT british indian ocean territory|britisches territorium im indischen ozean|brits indische oceaanterritorium|territoire britannique de l ocean indien|territorio britanico del oceano indico
IQ IRQ iraq|irak
IR IRN iran|ایران|iran islamic republic of|islamic republic of iran
IS ISL iceland|island|ijsland|islande|islandia
IT ITA italy|italien|italie|italia|italian republic
JE JEY jersey
JM JAM jamaica|jamaika|jamaique
JO JOR jordan|jordanien|jordanie|jordania
JP JPN japan|japon|日本|nippon|nihon
KE KEN kenya|kenia|republic of kenya
KG KGZ kyrgyzstan|kirgisistan|kirgizie|kirghizstan|kirguistan
KH KHM cambodia|kambodscha|cambodja|cambodge|camboya
KI KIR kiribati
KM COM comoros|komoren|comoren|comores|comoras
KN KNA st kitts nevis|st kitts und nevis|saint kitts en nevis|saint christophe et nieves|san cristobal y nieves
KP PRK north korea|nordkorea|noord korea|coree du nord|corea del norte|korea democratic people s republic of|democratic people s republic of korea
KR KOR south korea|sudkorea|zuid korea|coree du sud|corea del sur|대한민국|korea republic of|republic of korea|the republic of korea|korea south
KW KWT kuwait|koeweit|koweit
KY CYM cayman islands|kaimaninseln|kaaimaneilanden|iles caimans|islas caiman
KZ KAZ kazakhstan|kasachstan|kazachstan|kazajistan
LA LAO laos|lao people s democratic republic|lao pdr
LB LBN lebanon|libanon|liban|libano
LC LCA st lucia|saint lucia|sainte lucie|santa lucia
LI LIE liechtenstein|furstentum liechtenstein
LK LKA sri lanka
LR LBR liberia
LS LSO lesotho|lesoto
LT LTU lithuania|litauen|litouwen|lituanie|lituania|lietuva
LU LUX luxembourg|luxemburg|luxemburgo|grand duchy of luxembourg
LV LVA latvia|lettland|letland|lettonie|letonia|latvija
LY LBY libya|libyen|libie|libye|libia|libyan arab jamahiriya
MA MAR morocco|marokko|maroc|marruecos
MC MCO monaco
MD MDA moldova|republik moldau|moldavie|moldavia|moldova republic of|republic of moldova
ME MNE montenegro
MF MAF st martin|saint martin|san martin|saint martin french part
MG MDG madagascar|madagaskar
MH MHL marshall islands|marshallinseln|marshalleilanden|iles marshall|islas marshall
MK MKD north macedonia|nordmazedonien|noord macedonie|macedoine du nord|macedonia del norte|северна македонија|macedonia|mazedonien|macedoine|former yugoslav republic of macedonia
ML MLI mali
MM MMR myanmar burma|myanmar|myanmar birma|myanmar birmanie|myanmar birmania|burma|birma|birmanie|birmania
MN MNG mongolia|mongolei|mongolie
MO MAC macao sar china|macao|sonderverwaltungsregion macau|macau|macau sar van china|r a s chinoise de macao|rae de macao china
MP MNP northern mariana islands|nordliche marianen|noordelijke marianen|iles mariannes du nord|islas marianas del norte
MQ MTQ martinique|martinica
MR MRT mauritania|mauretanien|mauritanie
MS MSR montserrat
MT MLT malta|malte
MU MUS mauritius|maurice|mauricio
MV MDV maldives|malediven|maldiven|maldivas
MW MWI malawi|malaui
MX MEX mexico|mexiko|mexique|united mexican states|mejico|estados unidos mexicanos
MY MYS malaysia|maleisie|malaisie|malasia
MZ MOZ mozambique|mosambik
NA NAM namibia|namibie
NC NCL new caledonia|neukaledonien|nieuw caledonie|nouvelle caledonie|nueva caledonia
NE NER niger
NF NFK norfolk island|norfolkinsel|norfolk|ile norfolk|isla norfolk
NG NGA nigeria|federal republic of nigeria
NI NIC nicaragua
NL NLD netherlands|niederlande|nederland|pays bas|paises bajos|holland|the netherlands|kingdom of the netherlands|holanda|hollande
NO NOR norway|norwegen|noorwegen|norvege|noruega|norge|kingdom of norway
NP NPL nepal
NR NRU nauru
NU NIU niue
NZ NZL new zealand|neuseeland|nieuw zeeland|nouvelle zelande|nueva zelanda|aotearoa
OM OMN oman
PA PAN panama
PE PER peru|perou|republic of peru
PF PYF french polynesia|franzosisch polynesien|frans polynesie|polynesie francaise|polinesia francesa
PG PNG papua new guinea|papua neuguinea|papoea nieuw guinea|papouasie nouvelle guinee|papua nueva guinea
PH PHL philippines|philippinen|filipijnen|filipinas|pilipinas|the philippines
PK PAK pakistan|islamic republic of pakistan
PL POL poland|polen|pologne|polonia|polska|republic of poland
PM SPM st pierre miquelon|st pierre und miquelon|saint pierre en miquelon|saint pierre et miquelon|san pedro y miquelon
PN PCN pitcairn islands|pitcairn|pitcairninseln|pitcairneilanden|iles pitcairn|islas pitcairn
PR PRI puerto rico|porto rico
PS PSE palestinian territories|palestine|palastinensische autonomiegebiete|palastina|palestijnse gebieden|palestina|territoires palestiniens|territorios palestinos|palestine state of|state of palestine
PT PRT portugal|portuguese republic
PW PLW palau|palaos
PY PRY paraguay
QA QAT qatar|katar|catar
RE REU reunion|la reunion
RO ROU romania|rumanien|roemenie|roumanie|rumania|roumania
RS SRB serbia|serbien|servie|serbie|србија
RU RUS russia|russland|rusland|russie|rusia|россия|russian federation|russische foderation|federation de russie|federacion rusa
RW RWA rwanda|ruanda
SA SAU saudi arabia|saudi arabien|saoedi arabie|arabie saoudite|arabia saudi|المملكة العربية السعودية|kingdom of saudi arabia|ksa
SB SLB solomon islands|salomonen|salomonseilanden|iles salomon|islas salomon
SC SYC seychelles|seychellen
SD SDN sudan|soedan|soudan|the sudan
SE SWE sweden|schweden|zweden|suede|suecia|sverige|kingdom of sweden
SG SGP singapore|singapur|singapour|republic of singapore
SH SHN st helena|sint helena|sainte helene|santa elena|saint helena ascension and tristan da cunha
SI SVN slovenia|slowenien|slovenie|eslovenia|slovenija
SJ SJM svalbard jan mayen|spitzbergen und jan mayen|spitsbergen en jan mayen|svalbard et jan mayen|svalbard y jan mayen
SK SVK slovakia|slowakei|slowakije|slovaquie|eslovaquia|slovensko|slovak republic|slowakische republik
SL SLE sierra leone|sierra leona
SM SMR san marino|saint marin
SN SEN senegal
SO SOM somalia|somalie
SR SUR suriname|surinam
SS SSD south sudan|sudsudan|zuid soedan|soudan du sud|sudan del sur
ST STP sao tome principe|sao tome und principe|sao tome en principe|sao tome et principe|santo tome y principe|sao tome and principe
SV SLV el salvador|salvador
SX SXM sint maarten|saint martin partie neerlandaise|sint maarten dutch part
SY SYR syria|syrien|syrie|siria|syrian arab republic
SZ SWZ eswatini|esuatini|swaziland|swasiland|suazilandia
TC TCA turks caicos islands|turks und caicosinseln|turks en caicoseilanden|iles turques et caiques|islas turcas y caicos
TD TCD chad|tschad|tsjaad|tchad
TF ATF french southern territories|franzosische sud und antarktisgebiete|franse gebieden in de zuidelijke indische oceaan|terres australes francaises|territorios australes franceses
TG TGO togo
TH THA thailand|thailande|tailandia|ไทย
TJ TJK tajikistan|tadschikistan|tadzjikistan|tadjikistan|tayikistan
TK TKL tokelau
TL TLS timor leste|oost timor|timor oriental|east timor|osttimor
TM TKM turkmenistan
TN TUN tunisia|tunesien|tunesie|tunisie|tunez
TO TON tonga
TR TUR turkiye|turkei|turkije|turquie|turquia|turkey|republic of turkiye
TT TTO trinidad tobago|trinidad und tobago|trinidad en tobago|trinite et tobago|trinidad y tobago
TV TUV tuvalu
TW TWN taiwan|台灣|taiwan province of china|republic of china
TZ TZA tanzania|tansania|tanzanie|tanzania united republic of|united republic of tanzania
UA UKR ukraine|oekraine|ucrania|украіна|the ukraine
UG UGA uganda|oeganda|ouganda
UM UMI u s outlying islands|amerikanische uberseeinseln|kleine afgelegen eilanden van de verenigde staten|iles mineures eloignees des etats unis|islas menores alejadas de ee uu|united states minor outlying islands
US USA united states|vereinigte staaten|verenigde staten|vs|etats unis|e u|estados unidos|ee uu|u s a|u s|united states of america|the united states|the united states of america|estados unidos de america|etats unis d amerique|vereinigte staaten von amerika|verenigde staten van amerika|eeuu|america|e e u u
UY URY uruguay|eastern republic of uruguay
UZ UZB uzbekistan|usbekistan|oezbekistan|ouzbekistan
VA VAT vatican city|vatikanstadt|vaticaanstad|etat de la cite du vatican|ciudad del vaticano|holy see|vatican|vatikan|holy see vatican city state
VC VCT st vincent grenadines|st vincent und die grenadinen|saint vincent en de grenadines|saint vincent et les grenadines|san vicente y las granadinas
VE VEN venezuela|venezuela bolivarian republic of|bolivarian republic of venezuela
VG VGB british virgin islands|britische jungferninseln|britse maagdeneilanden|iles vierges britanniques|islas virgenes britanicas|virgin islands british
VI VIR u s virgin islands|amerikanische jungferninseln|amerikaanse maagdeneilanden|iles vierges des etats unis|islas virgenes de ee uu|virgin islands u s|us virgin islands
VN VNM vietnam|viet nam|socialist republic of vietnam
VU VUT vanuatu
WF WLF wallis futuna|wallis und futuna|wallis en futuna|wallis et futuna|wallis y futuna
WS WSM samoa
XK XKX kosovo
YE YEM yemen|jemen
YT MYT mayotte
ZA ZAF south africa|sudafrika|zuid afrika|afrique du sud|sudafrica|republic of south africa|rsa
ZM ZMB zambia|sambia|zambie
ZW ZWE zimbabwe|simbabwe|zimbabue
";
