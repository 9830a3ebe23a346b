"""Names of people, places, songs and things, from many countries, written as speech is: for sampled commands."""

FIRST_NAMES = """
aaron abdul abigail adam adriana ahmed aisha akira alan albert alejandro alex alexandra alice amanda amelia amir amy
ana andrea andrew angela anita anna anthony antonio anya arjun arthur ashley astrid ayesha barbara beatrice ben
benjamin bernard beth bianca bob boris brandon brenda brian bruno camila carla carlos carmen carol caroline catherine
cecilia charles charlotte chen chiara chloe chris christina claire clara claudia colin connor craig cristina cynthia
daniel daniela dave david deborah deepak denise derek diana diego dimitri dmitri dominic donna dorothy dylan edward
elena elias elizabeth ella ellen elsa emily emma eric erika esther ethan eva evelyn fatima felix fernando fiona
florence francesca francis frank franz frederick freya gabriel gareth gary george gemma giovanni giulia gloria grace
graham greg greta guillermo gustav hannah harold harriet harry hassan heather hector heidi helen henry hiroshi holly
hugo ian ibrahim ida igor ingrid irene isaac isabel isabella ivan jack jackie jacob jada james jamie jan jane janet
jasmine jason javier jean jeff jennifer jeremy jess jessica jill jim joan joe johan john jonas jonathan jorge jose
joseph joshua joyce juan judith julia julian julie karen karim karl kate katarina kathryn katie keiko keith kelly
kemal ken kenji kevin khalid kim kirsten klaus kristen kumar kyle lakshmi lara lars laura lauren lea leila leo leon
leonard leslie li liam lily linda ling lisa liz logan louis louise luca lucas lucia lucy luis luke lydia magdalena
malik manuel marco margaret maria marie marina mario mark marta martha martin mary mateo matt matthew max maya mehmet
mei mel melissa mia michael michelle miguel mike mila milan miriam mohammed molly monica muhammad nadia naomi natalie
natasha nathan neil nia nicholas nick nicola nicole nigel nikhil nina nkechi noah noor nora oliver olivia olga omar
oscar otto owen pablo pamela patricia patrick paul paula pedro penny peter petra phil philip pierre priya rachel
rafael raj ralph ramon ravi rebecca ricardo richard rita rob robert roberto robin rohan roger ron rosa rose roy ruth
ryan sabrina sally salma sam samantha samir samuel sandra sanjay sara sarah scott sean sebastian selma sergei shannon
sharon shirley simon simone sofia sonia sophie stan stefan stella stephanie stephen steve stuart sunita susan suzanne
svetlana sven sylvia tamara tanya tara tariq ted teresa terry theo thomas tim tina toby todd tom tomas tony tracy
trevor tyler ulrich ursula valentina valerie vanessa vera veronica victor victoria vijay vikram vincent viola vivian
walter wanda wayne wei wendy will william xavier yan yasmin yolanda yuki yusuf yvonne zach zara zoe zofia
""".split()

SURNAMES = """
adams adebayo ahmed ali allen alvarez anderson andersson bailey baker bauer becker bell bennett berg bianchi brown
bergman brooks butler campbell carter castro chan chen clark collins cook cooper costa cox cruz da silva davies davis
diaz dubois duval edwards evans fernandez ferrari fischer flores foster fujita garcia gomez gonzalez gray green griffin
gupta hall hansen harris hayes hernandez hill hoffmann holmes horvath howard hughes hussein ibrahim ivanov iyer jackson
jansen jenkins jensen johansson johnson jones kapoor kelly kennedy khan kim king klein kowalski kumar larsen lee
lehmann lewis li lindgren liu long lopez martin martinez mason mehta meyer miller mitchell mohamed moore morales moreau
morgan morris muller murphy murray nakamura nelson nguyen nielsen novak nowak o'brien o'connor okafor olsen ortiz
owens park parker patel pereira perez perry peterson petrov phillips popescu powell price quinn ramirez ramos reed
reyes reynolds richardson rivera roberts robinson rodriguez rogers romano rossi russell ryan sanchez sanders sato
schmidt schneider scott shah sharma silva simmons singh smith stewart sullivan suzuki tanaka taylor thomas thompson
torres tran turner ueda usman van dijk varga vasquez wagner walker wang ward watson weber white williams wilson wong
wood wright wu yamamoto yang yilmaz young zhang zimmerman
""".split()

RELATIONS = """
mum|mom|mummy|mommy|dad|daddy|my mum|my mom|my dad|my wife|my husband|my brother|my sister|my boss|my son|my daughter|
grandma|grandpa|my mother|my father|my girlfriend|my boyfriend|aunt {first_name}|uncle {first_name}|granny|my doctor|
the doctor|the dentist|the office|home|work|reception|the school|the bank|the plumber|my landlord|the vet|emergency|
my neighbour|the pharmacy|the pizza place|voicemail|the front desk|a taxi|the garage|my lawyer|my assistant|the gym
""".replace("\n", "").split("|")

CITIES = """
london|paris|berlin|new york|tokyo|madrid|rome|chicago|boston|sydney|toronto|dublin|edinburgh|glasgow|manchester|
birmingham|liverpool|bristol|leeds|cardiff|belfast|vienna|zurich|geneva|munich|hamburg|frankfurt|cologne|amsterdam|
brussels|copenhagen|stockholm|oslo|helsinki|warsaw|prague|budapest|athens|istanbul|moscow|lisbon|barcelona|milan|
venice|naples|los angeles|san francisco|seattle|houston|dallas|miami|atlanta|denver|phoenix|las vegas|detroit|
philadelphia|washington|montreal|vancouver|mexico city|buenos aires|rio de janeiro|sao paulo|lima|bogota|cairo|
nairobi|lagos|cape town|johannesburg|dubai|tel aviv|mumbai|delhi|bangalore|karachi|beijing|shanghai|hong kong|
singapore|bangkok|jakarta|manila|seoul|melbourne|auckland|wellington|honolulu|oxford|cambridge|york|bath|portland|
austin|new orleans|nashville|salt lake city|springfield|alaska|scotland|wales|ireland|france|germany|spain|italy|japan
""".replace("\n", "").split("|")

ROOMS = """
kitchen|living room|bedroom|bathroom|hall|hallway|garage|garden|office|dining room|basement|attic|nursery|porch|study|
guest room|kids' room|children's room|upstairs|downstairs|terrace|balcony|laundry room|entrance|master bedroom|lounge|
front room|back yard|front door|conservatory|pantry|stairs|shed|patio|cellar|den|family room|playroom
""".replace("\n", "").split("|")

GROCERIES = """
milk|eggs|bread|butter|cheese|apples|bananas|oranges|tomatoes|potatoes|onions|garlic|carrots|rice|pasta|flour|sugar|
salt|pepper|olive oil|coffee|tea|orange juice|yogurt|chicken|beef|fish|salmon|bacon|ham|sausages|toilet paper|
kitchen roll|soap|shampoo|toothpaste|dish soap|washing powder|batteries|light bulbs|cat food|dog food|chocolate|
biscuits|cookies|cereal|oats|honey|jam|peanut butter|lettuce|cucumber|mushrooms|spinach|broccoli|lemons|avocados|
strawberries|grapes|beer|wine|sparkling water|ice cream|frozen peas|nappies|diapers|paper towels|bin bags|foil|tofu|
vinegar|mustard|ketchup|mayonnaise|cinnamon|basil|parsley|cream|stamps|envelopes|candles|aspirin|vitamins
""".replace("\n", "").split("|")

TASKS = """
call (the bank|the dentist|{name}|{person})|take (out the trash|the bins out|my medicine|the dog for a walk|a break)|
buy {grocery}|pick up (the kids|{first_name}|the laundry|my prescription|a parcel)|water the (plants|flowers|garden)|
pay (the rent|the bill|the electricity bill|my taxes)|feed the (cat|dog|fish|chickens)|check the (oven|mail|tyres)|
send (the report|the invoice|an email|the letter|{first_name} a card)|book (a table|the flights|a hotel|a haircut)|
return the (library books|keys|parcel)|do the (laundry|dishes|homework|shopping)|clean the {room}|charge my phone|
change the (sheets|light bulb|filter|oil)|turn off the (oven|heating|iron)|renew my (passport|licence|insurance)|
go to (the gym|the doctor|bed|the post office|work|church)|get (gas|petrol|money|ready|a present for {first_name})|
finish the (presentation|essay|report|budget)|meet {person}|wish {first_name} a happy birthday|drink (water|some tea)|
defrost the (freezer|chicken)|lock the (door|car)|sign the (papers|contract)|stretch|exercise|leave for the airport|
move the car|write to {person}|bake a cake|fix the (tap|bike|fence)|order (pizza|a taxi|new shoes)|back up my files
""".replace("\n", "").replace(") |", ")|")

ARTISTS = """
the beatles|mozart|bach|beethoven|queen|abba|david bowie|miles davis|bob dylan|nina simone|johnny cash|adele|vivaldi|
taylor swift|beyonce|radiohead|coldplay|the rolling stones|pink floyd|led zeppelin|fleetwood mac|elton john|madonna|
michael jackson|prince|stevie wonder|aretha franklin|ella fitzgerald|louis armstrong|frank sinatra|elvis presley|
bruce springsteen|u two|nirvana|metallica|daft punk|kraftwerk|edith piaf|bob marley|billie holiday|chopin|debussy|
john coltrane|joni mitchell|leonard cohen|tom waits|the kinks|the clash|blur|oasis|ed sheeran|shakira|rihanna|handel
""".replace("\n", "").split("|")

GENRES = """
jazz|rock|pop|classical music|country|blues|hip hop|reggae|folk|electronic music|opera|heavy metal|soul|funk|disco|
techno|latin music|piano music|film music|christmas songs|relaxing music|workout music|children's songs|ambient sounds|
rain sounds|white noise|ocean waves|lullabies|the news|the radio|my playlist|my favourites|something quiet|dance music
""".replace("\n", "").split("|")

SONG_WORDS = """
love night river blue home rain road summer heart dance moon light fire golden stranger sunday morning dream city
forever lonely shadow ocean train sky winter memory angel silver wild broken garden paper star thunder yesterday
tomorrow paradise hurricane bridge window letter circle diamond velvet midnight
""".split()

SUBJECTS = """
the (capital|population|president|flag|currency|area|language) of {city}|a (black hole|neutron|volcano|tariff|quasar)|
the (speed of light|boiling point of water|moon|sun|tallest building|largest ocean|longest river|stock market)|
photosynthesis|gravity|the (second world war|french revolution|roman empire|cold war|industrial revolution)|
{first_name} {surname}|the (eiffel tower|great wall|golden gate bridge|taj mahal)|a (leap year|solar eclipse|mortgage)|
the weather|my schedule|the (internet|universe|meaning of life|human heart)|dinosaurs|penguins|electricity|inflation
""".replace("\n", "")
