"""How English words sound. Written by scripts/make-pronunciations; don't edit.

Phonemes are those of the starter model. Rules were learnt from the pronunciations of 27076 words.
"""

from __future__ import annotations

from functools import cache

from assistant.understanding.sound.pronounce import (
    RuleLexicon,
    unpacked_rules,
    unpacked_words,
)


@cache
def english() -> RuleLexicon:
    """The lexicon, read when it is first needed."""
    return RuleLexicon(unpacked_words(_WORDS.split()), unpacked_rules(_RULES.split()))


_WORDS = """
a=ə/eɪ a's=eɪ,z aaa=eɪ,eɪ,eɪ ab=æ,b abandoned=ə,b,æ,n,d,ə,n,d abbey=æ,b,i abc=eɪ,b,iː,s,iː
abilities=ə,b,ɪ,l,ə,ɾ,i,z ability=ə,b,ɪ,l,ə,ɾ,i able=eɪ,b,ə,l aboriginal=æ,b,ɚ,ɹ,ɪ,dʒ,ɪ,n,ə,l
above=ə,b,ʌ,v absent=æ,b,s,ə,n,t abstract=æ,b,s,t,ɹ,æ,k,t ac=eɪ,s,iː academic=æ,k,ə,d,ɛ,m,ɪ,k
academy=ə,k,æ,d,ə,m,i accessible=æ,k,s,ɛ,s,ə,b,ə,l ace=eɪ,s acid=æ,s,ɪ,d acids=æ,s,ɪ,d,z
across=ə,k,ɹ,ɑː,s acupuncture=æ,k,j,uː,p,ʌ,ŋ,k,tʃ,ɚ ad=æ,d adaptation=æ,d,æ,p,t,eɪ,ʃ,ə,n add=æ,d
added=æ,d,ɪ,d adding=æ,d,ɪ,ŋ adequate=æ,d,ɪ,k,w,ə,t adjectives=æ,dʒ,ɪ,k,t,ɪ,v,z
administrative=ə,d,m,ɪ,n,ɪ,s,t,ɹ,eɪ,ɾ,ɪ,v admiral=æ,d,m,ɜː,ɹ,ə,l adobe=ə,d,oʊ,b,i
adventure=ə,d,v,ɛ,n,tʃ,ɚ adventures=ə,d,v,ɛ,n,tʃ,ɚ,z advertising=æ,d,v,ɚ,t,aɪ,z,ɪ,ŋ
advice=ə,d,v,aɪ,s aerial=ɛ,ɹ,ɪ,ə,l affidavit=æ,f,ɪ,d,eɪ,v,ɪ,t afflicted=ə,f,l,ɪ,k,t,ɪ,d
afraid=ə,f,ɹ,eɪ,d again=ə,ɡ,ɛ,n against=ə,ɡ,ɛ,n,s,t agenda=ə,dʒ,ɛ,n,d,ə ago=ə,ɡ,oʊ ai=eɪ,aɪ
ai's=aɪ,z aires=aɪ,ɹ,ɪ,z ajar=ə,dʒ,ɑː,ɹ alabama=æ,l,ə,b,æ,m,ə alamo=æ,l,ə,m,oʊ alan=æ,l,ə,n
alberta=æ,l,b,ɜː,ɾ,ə album=æ,l,b,ə,m albums=æ,l,b,ə,m,z alert=ə,l,ɜː,t alerts=ə,l,ɜː,t,s
alex=æ,l,ɪ,k,s alexa=ə,l,ɛ,k,s,ə alfredo=æ,l,f,ɹ,eɪ,d,oʊ algeria=æ,l,dʒ,ɪ,ɹ,i,ə ali=ɑː,l,i
alice=æ,l,ɪ,s alive=ə,l,aɪ,v all=ɔː,l allen=æ,l,ə,n allow=ə,l,aʊ allowed=ə,l,aʊ,d
allowing=ə,l,aʊ,ɪ,ŋ allows=ə,l,aʊ,z ally=æ,l,aɪ also=ɔː,l,s,oʊ alternate=ɔː,l,t,ɜː,n,ə,t
although=ɔː,l,ð,oʊ altogether=ɔː,l,t,ə,ɡ,ɛ,ð,ɚ aluminum=ə,l,uː,m,ɪ,n,ə,m alumni=ə,l,ʌ,m,n,i
always=ɔː,l,w,eɪ,z amanda=ə,m,æ,n,d,ə amateur=æ,m,ə,tʃ,ɚ amex=eɪ,m,ɛ,k,s amino=ə,m,iː,n,oʊ
amor=æ,m,ɚ amsterdam=æ,m,s,t,ɚ,d,æ,m analysis=ə,n,æ,l,ə,s,ɪ,s and=ə,n,d/æ,n,d angel=eɪ,n,dʒ,ə,l
angeles=æ,n,dʒ,ə,l,ɪ,s angels=eɪ,n,dʒ,ə,l,z anime=æ,n,ɪ,m,eɪ anna=æ,n,ə
anniversariesapril=æ,n,ɪ,v,ɚ,s,ɑː,ɹ,ɹ,ɪ,s,æ,p,ɹ,ə,l another=ə,n,ʌ,ð,ɚ anti=æ,n,t,aɪ
antipathy=æ,n,t,ɪ,p,ə,θ,i ao=aʊ apache=ə,p,æ,tʃ,i app=æ,p applebee's=æ,p,ə,l,b,iː,z
applebees=æ,p,ə,l,b,iː,z applied=ə,p,l,aɪ,d applies=ə,p,l,aɪ,z apr=æ,p,ɹ,ə arabia=ɚ,ɹ,eɪ,b,i,ə
archaeological=ɑː,ɹ,k,iː,ə,l,ɑː,dʒ,ɪ,k,ə,l are=ɑː,ɹ areas=ɛ,ɹ,i,ə,z aren't=ɑː,ɹ,n,t
arguably=ɑː,ɹ,ɡ,j,uː,ə,b,l,i argued=ɑː,ɹ,ɡ,j,uː,d argues=ɑː,ɹ,ɡ,j,uː,z aristotle=æ,ɹ,ɪ,s,t,ɑː,ɾ,ə,l
arkansas=ɑː,ɹ,k,ə,n,s,ɔː arriving=ɚ,ɹ,aɪ,v,ɪ,ŋ as=æ,z asap=eɪ,ɛ,s,eɪ,p,iː asda=æ,z,d,ə
aside=ə,s,aɪ,d at=æ,t ataraxy=æ,ɾ,ə,ɹ,æ,k,s,i ate=eɪ,t athens=æ,θ,ɪ,n,z atlas=æ,t,l,ə,s
atm=eɪ,t,iː,ɛ,m atoms=æ,ɾ,ə,m,z attorney=ə,t,ɜː,n,i attribute=æ,t,ɹ,ɪ,b,j,uː,t
attributes=æ,t,ɹ,ɪ,b,j,uː,t,s august=ɔː,ɡ,ə,s,t augustine=ɔː,ɡ,ə,s,t,iː,n aunt=æ,n,t author=ɔː,θ,ɚ
authorities=ə,θ,ɔː,ɹ,ɪ,ɾ,i,z authority=ə,θ,ɔː,ɹ,ɪ,ɾ,i autonomy=ɔː,t,ɑː,n,ə,m,i autumn=ɔː,ɾ,ʌ,m
availability=ə,v,eɪ,l,ə,b,ɪ,l,ɪ,ɾ,i avalon=æ,v,æ,l,ə,n avenue=æ,v,ə,n,uː award=ə,w,ɔː,ɹ,d
awards=ə,w,ɔː,ɹ,d,z awareness=ə,w,ɛ,ɹ,n,ə,s awesome=ɔː,s,ʌ,m awkward=ɔː,k,w,ɚ,d
axioms=æ,k,s,ɪ,ə,m,z b=b,iː bacon=b,eɪ,k,ə,n bad=b,æ,d ballad=b,æ,l,ə,d ballads=b,æ,l,ə,d,z
balloon=b,ə,l,uː,n banknotes=b,æ,n,n,oʊ,t,s bankruptcy=b,æ,ŋ,k,ɹ,ʌ,p,t,s,i barbara=b,ɑː,ɹ,b,ɚ,ɹ,ə
barcelona=b,ɑː,ɹ,s,ɪ,l,oʊ,n,ə barrack=b,ɛ,ɹ,ə,k barracks=b,ɛ,ɹ,ə,k,s basel=b,ɑː,z,ə,l
basin=b,eɪ,s,ə,n bass=b,eɪ,s baton=b,ə,t,ɑː,n battlefield=b,æ,ɾ,ə,l,f,iː,l,d bbc=b,iː,b,iː,s,iː
be=b,iː bean=b,iː,n beatles=b,iː,ɾ,ə,l,z beautiful=b,j,uː,ɾ,i,f,ə,l beauty=b,j,uː,ɾ,i
became=b,ɪ,k,eɪ,m because=b,ɪ,k,ʌ,z bed=b,ɛ,d been=b,ɪ,n began=b,ɪ,ɡ,æ,n behind=b,ɪ,h,aɪ,n,d
belgium=b,ɛ,l,dʒ,ə,m ben=b,ɛ,n beneath=b,ɪ,n,iː,θ berkeley=b,ɜː,k,l,i bermuda=b,ɜː,m,j,uː,d,ə
bernardino=b,ɜː,n,ɚ,d,iː,n,oʊ between=b,ɪ,t,w,iː,n beverage=b,ɛ,v,ɚ,ɹ,ɪ,dʒ beyond=b,ɪ,j,ɔː,n,d
bias=b,aɪ,ə,s bible=b,aɪ,b,ə,l biggest=b,ɪ,ɡ,ɪ,s,t biological=b,aɪ,ə,l,ɑː,dʒ,ɪ,k,ə,l bite=b,aɪ,t
bjs=b,iː,dʒ,eɪ,ɛ,s blackberry=b,l,æ,k,b,ɛ,ɹ,i bloody=b,l,ʌ,d,i bluebird=b,l,uː,b,ɜː,d
blurred=b,l,ɜː,d bmw=b,iː,ɛ,m,d,ʌ,b,ə,l,j,uː bombing=b,ɑː,m,ɪ,ŋ bon=b,ɑː,n boogie=b,ʊ,ɡ,i
borneo=b,ɔː,ɹ,n,ɪ,oʊ boron=b,ɔː,ɹ,ɑː,n borough=b,ʌ,ɹ,oʊ boston=b,ɔː,s,t,ə,n both=b,oʊ,θ
botswana=b,ə,t,s,w,ɑː,n,ə botulinum=b,ɑː,tʃ,ə,l,ɪ,n,ə,m bought=b,ɔː,t bowie=b,oʊ,i br=b,iː,ɑː,ɹ
brasserie=b,ɹ,æ,s,ɚ,ɹ,i brazil=b,ɹ,ə,z,ɪ,l brazilian=b,ɹ,æ,z,ɪ,l,i,ə,n breakfast=b,ɹ,ɛ,k,f,ə,s,t
breaking=b,ɹ,eɪ,k,ɪ,ŋ brian=b,ɹ,aɪ,ə,n bristol=b,ɹ,ɪ,s,t,ə,l broccoli=b,ɹ,ɑː,k,ə,l,i
bronx=b,ɹ,ɑː,ŋ,k,s bronze=b,ɹ,ɑː,n,z brought=b,ɹ,ɔː,t browser=b,ɹ,aʊ,z,ɚ bud=b,ʌ,d buddy=b,ʌ,d,i
buenos=b,w,eɪ,n,ɑː,s buffalo=b,ʌ,f,ə,l,oʊ bureau=b,j,ʊ,ɹ,ɹ,oʊ burrito=b,ɜː,ɹ,iː,ɾ,oʊ bus=b,ʌ,s
buses=b,ʌ,s,ɪ,z busy=b,ɪ,z,i but=b,ʌ,t buttermilk=b,ʌ,ɾ,ɚ,m,ɪ,l,k button=b,ʌ,t,ə,n by=b,aɪ
bypass=b,aɪ,p,æ,s byrne=b,aɪ,ə,n byzantine=b,ɪ,z,ə,n,t,iː,n c=s,iː ca=k,ɑː cabinet=k,æ,b,ɪ,n,ə,t
cache=k,æ,ʃ cad=k,æ,d caesar=s,iː,z,ɚ caesarea=s,iː,s,ɛ,ɹ,i,ə cafe=k,æ,f,eɪ
cafeteria=k,æ,f,ɪ,t,ɪ,ɹ,i,ə cairo=k,aɪ,ɹ,oʊ cajun=k,eɪ,dʒ,ə,n calendar=k,æ,l,ə,n,d,ɚ
calhoun=k,æ,l,h,aʊ,n cali=k,ɑː,l,i calm=k,ɑː,m cambodia=k,æ,m,b,oʊ,d,i,ə cambridge=k,eɪ,m,b,ɹ,ɪ,dʒ
came=k,eɪ,m campbell=k,æ,m,b,ə,l can=k,æ,n canal=k,ə,n,æ,l canberra=k,æ,n,b,ɚ,ɹ,ə
cancel=k,æ,n,s,ə,l canceled=k,æ,n,s,ə,l,d cancun=k,æ,ŋ,k,uː,n cannot=k,æ,n,ɑː,t
canonical=k,ə,n,ɑː,n,ɪ,k,ə,l canyon=k,æ,n,ɪ,ə,n capitol=k,æ,p,ɪ,ɾ,ə,l captain=k,æ,p,t,ɪ,n
caribbean=k,æ,ɹ,ə,b,i,ə,n carnegie=k,ɑː,ɹ,n,ə,ɡ,i carolina=k,æ,ɹ,ə,l,aɪ,n,ə carrie=k,æ,ɹ,i
carried=k,æ,ɹ,i,d carries=k,æ,ɹ,i,z carrots=k,æ,ɹ,ə,t,s carry=k,æ,ɹ,i carrying=k,æ,ɹ,i,ɪ,ŋ
cartoon=k,ɑː,ɹ,t,uː,n casino=k,ə,s,iː,n,oʊ casserole=k,æ,s,ɚ,ɹ,oʊ,l cathedral=k,ə,θ,iː,d,ɹ,ə,l
cats=k,æ,t,s causes=k,ɔː,z,ɪ,z cave=k,eɪ,v cc=s,iː,s,iː cd=s,iː,d,iː cedar=s,iː,d,ɚ cello=tʃ,ɛ,l,oʊ
cemetery=s,ɛ,m,ɪ,t,ɛ,ɹ,i century=s,ɛ,n,tʃ,ɚ,ɹ,i ceo=s,iː,iː,oʊ cereal=s,i,ə,ɹ,ɪ,ə,l
ceremonies=s,ɛ,ɹ,ɪ,m,ə,n,i,z certainly=s,ɜː,t,ə,n,l,i chairman=tʃ,ɛ,ɹ,m,ə,n chaos=k,eɪ,ɑː,s
chapel=tʃ,æ,p,ə,l chassis=tʃ,æ,s,i cheddar=tʃ,ɛ,d,ɚ cheesecake=tʃ,iː,z,k,eɪ,k cheetos=tʃ,iː,ɾ,oʊ,z
chen=tʃ,ɛ,n chi=k,aɪ chic=ʃ,iː,k chicken=tʃ,ɪ,k,ɪ,n child=tʃ,aɪ,l,d childhood=tʃ,aɪ,l,d,h,ʊ,d
chile=tʃ,ɪ,l,i chimpanzees=tʃ,ɪ,m,p,ə,n,z,iː,z chinatown=tʃ,aɪ,n,ə,t,aʊ,n chinese=tʃ,aɪ,n,iː,z
chipotle=tʃ,ɪ,p,oʊ,t,l,eɪ chiswick=tʃ,ɪ,z,ɪ,k chocolate=tʃ,ɑː,k,l,ə,t
cholesterol=k,ə,l,ɛ,s,t,ɚ,ɹ,ɑː,l choose=tʃ,uː,z choosing=tʃ,uː,z,ɪ,ŋ christian=k,ɹ,ɪ,s,tʃ,ə,n
christianity=k,ɹ,ɪ,s,t,ɪ,æ,n,ɪ,ɾ,i christians=k,ɹ,ɪ,s,tʃ,ə,n,z christmas=k,ɹ,ɪ,s,m,ə,s
christopher=k,ɹ,ɪ,s,t,ə,f,ɚ chronological=k,ɹ,ɑː,n,ə,l,ɑː,dʒ,ɪ,k,ə,l churchill=tʃ,ɜː,tʃ,ɪ,l
churrascaria=tʃ,ɜː,ɹ,ə,s,k,ɛ,ɹ,i,ə cia=s,iː,aɪ,eɪ cinemark=s,ɪ,n,ɪ,m,ɑː,ɹ,k
cineplex=s,ɪ,n,ɪ,p,l,ɛ,k,s circumstances=s,ɜː,k,ə,m,s,t,æ,n,s,ɪ,z claus=k,l,aʊ,s
cleveland=k,l,iː,v,l,ə,n,d clifford=k,l,ɪ,f,ɚ,d closer=k,l,oʊ,s,ɚ closest=k,l,oʊ,s,ɪ,s,t
clothes=k,l,oʊ,ð,z clothing=k,l,oʊ,ð,ɪ,ŋ cm=s,iː,ɛ,m cobb=k,ɑː,b cod=k,ɑː,d coffee=k,ɔː,f,i
coffeehouse=k,ɔː,f,i,h,aʊ,s cognitive=k,ɑː,ɡ,n,ɪ,t,ɪ,v colleagues=k,ɑː,l,iː,ɡ,z
collegiate=k,ə,l,iː,dʒ,i,ə,t cologne=k,ə,l,oʊ,n colombia=k,ə,l,ʌ,m,b,i,ə colonel=k,ɜː,n,ə,l
colonial=k,ə,l,oʊ,n,ɪ,ə,l colorado=k,ɑː,l,ɚ,ɹ,ɑː,d,oʊ colored=k,ʌ,l,ɚ,d combat=k,ɑː,m,b,æ,t
combination=k,ɑː,m,b,ɪ,n,eɪ,ʃ,ə,n comcast=k,ɑː,m,k,æ,s,t comedy=k,ɑː,m,ə,d,i coming=k,ʌ,m,ɪ,ŋ
comment=k,ɑː,m,ɛ,n,t commentary=k,ɑː,m,ə,n,t,ɛ,ɹ,i comments=k,ɑː,m,ɛ,n,t,s commerce=k,ɑː,m,ɜː,s
comming=k,ɑː,m,ɪ,ŋ committee=k,ə,m,ɪ,ɾ,i commune=k,ɑː,m,j,uː,n communism=k,ɑː,m,j,uː,n,ɪ,z,ə,m
communist=k,ɑː,m,j,uː,n,ɪ,s,t companies=k,ʌ,m,p,ə,n,i,z company=k,ʌ,m,p,ə,n,i
companys=k,ʌ,m,p,ə,n,i,z competition=k,ɑː,m,p,ə,t,ɪ,ʃ,ə,n competitions=k,ɑː,m,p,ə,t,ɪ,ʃ,ə,n,z
compilation=k,ɑː,m,p,ɪ,l,eɪ,ʃ,ə,n complex=k,ɑː,m,p,l,ɛ,k,s complexes=k,ɑː,m,p,l,ɛ,k,s,ɪ,z
compliance=k,ə,m,p,l,aɪ,ə,n,s composition=k,ɑː,m,p,ə,z,ɪ,ʃ,ə,n compromise=k,ɑː,m,p,ɹ,ə,m,aɪ,z
compromised=k,ɑː,m,p,ɹ,ə,m,aɪ,z,d computing=k,ə,m,p,j,uː,ɾ,ɪ,ŋ con=k,ɑː,n concept=k,ɑː,n,s,ɛ,p,t
concepts=k,ɑː,n,s,ɛ,p,t,s concerned=k,ə,n,s,ɜː,n,d concert=k,ɑː,n,s,ɚ,t concerto=k,ə,n,tʃ,ɛ,ɹ,ɾ,oʊ
concerts=k,ɑː,n,s,ɚ,t,s concrete=k,ɑː,ŋ,k,ɹ,iː,t conduct=k,ɑː,n,d,ʌ,k,t
conductivity=k,ɑː,n,d,ə,k,t,ɪ,v,ɪ,ɾ,i conexiones=k,ə,n,ɛ,k,ʃ,ə,n,z coney=k,ə,n,aɪ
conference=k,ɑː,n,f,ɹ,ə,n,s confirmation=k,ɑː,n,f,ɚ,m,eɪ,ʃ,ə,n conflict=k,ɑː,n,f,l,ɪ,k,t
congress=k,ɑː,ŋ,ɡ,ɹ,ə,s congressional=k,ə,ŋ,ɡ,ɹ,ɛ,ʃ,ə,n,ə,l connecticut=k,ə,n,ɛ,ɾ,ɪ,k,ə,t
connie=k,ɑː,n,i conrad=k,ɑː,n,ɹ,æ,d conscience=k,ɑː,n,ʃ,ə,n,s consecutive=k,ə,n,s,ɛ,k,j,uː,t,ɪ,v
conservation=k,ɑː,n,s,ɚ,v,eɪ,ʃ,ə,n constituency=k,ə,n,s,t,ɪ,tʃ,uː,ə,n,s,i contact=k,ɑː,n,t,æ,k,t
content=k,ɑː,n,t,ɛ,n,t contents=k,ɑː,n,t,ɛ,n,t,s contest=k,ɑː,n,t,ɛ,s,t
continental=k,ɑː,n,t,ɪ,n,ɛ,n,t,ə,l contributions=k,ɑː,n,t,ɹ,ɪ,b,j,uː,ʃ,ə,n,z
controversial=k,ɑː,n,t,ɹ,ə,v,ɜː,ʃ,ə,l controversy=k,ɑː,n,t,ɹ,ə,v,ɜː,s,i convent=k,ɑː,n,v,ə,n,t
conversation=k,ɑː,n,v,ɚ,s,eɪ,ʃ,ə,n conversations=k,ɑː,n,v,ɚ,s,eɪ,ʃ,ə,n,z convicts=k,ɑː,n,v,ɪ,k,t,s
cooper=k,uː,p,ɚ coordinates=k,oʊ,ɔː,ɹ,d,ɪ,n,ə,t,s copies=k,ɑː,p,ɪ,z copper=k,ɑː,p,ɚ cork=k,ɔː,ɹ,k
corporate=k,ɔː,ɹ,p,ɚ,ɹ,ə,t corps=k,ɔː,ɹ corridor=k,ɔː,ɹ,ɪ,d,ɔː,ɹ couldn't=k,ʊ,d,ə,n,t
courage=k,ɜː,ɹ,ɪ,dʒ courthouse=k,ɔː,ɹ,t,h,aʊ,s cousin=k,ʌ,z,ə,n cove=k,oʊ,v
covenant=k,ʌ,v,ɛ,n,ə,n,t coventry=k,ɑː,v,ɛ,n,t,ɹ,i created=k,ɹ,iː,eɪ,ɾ,ɪ,d creative=k,ɹ,iː,eɪ,ɾ,ɪ,v
criteria=k,ɹ,aɪ,t,i,ə,ɹ,ɪ,ə cry=k,ɹ,aɪ cst=s,iː,ɛ,s,t,iː ct=s,iː,t,iː cubby=k,ʌ,b,i
curious=k,j,ʊ,ɹ,ɹ,i,ə,s custody=k,ʌ,s,t,ə,d,i czech=tʃ,ɛ,k d=d,iː da=d,ɑː dakota=d,ə,k,oʊ,ɾ,ə
dallas=d,æ,l,ə,s dam=d,æ,m dan=d,æ,n dana=d,eɪ,n,ə danish=d,eɪ,n,ɪ,ʃ dartmouth=d,ɑː,ɹ,t,m,ə,θ
dc=d,iː,s,iː de=d,ə dean=d,iː,n debt=d,ɛ,t debtors=d,ɛ,ɾ,ɚ,z debut=d,eɪ,b,j,uː
debuted=d,eɪ,b,j,uː,d dec=d,ɛ,k decade=d,ɛ,k,eɪ,d decades=d,ɛ,k,eɪ,d,z december=d,ɪ,s,ɛ,m,b,ɚ
decent=d,iː,s,ə,n,t decomposition=d,iː,k,ɑː,m,p,ə,z,ɪ,ʃ,ə,n deerfield=d,ɪ,ɹ,f,iː,l,d
definitive=d,ɪ,f,ɪ,n,ɪ,t,ɪ,v degradation=d,ɪ,ɡ,ɹ,ə,d,eɪ,ʃ,ə,n del=d,ɛ,l delaware=d,ɛ,l,ə,w,ɛ,ɹ
delegate=d,ɛ,l,ɪ,ɡ,eɪ,t delhi=d,ɛ,l,i deliberate=d,ɪ,l,ɪ,b,ɚ,ɹ,ə,t delivered=d,ɪ,l,ɪ,v,ɚ,d
demagnetized=d,ɪ,m,æ,ɡ,n,ɪ,t,aɪ,z,d democracy=d,ɪ,m,ɑː,k,ɹ,ə,s,i democratic=d,ɛ,m,ə,k,ɹ,æ,ɾ,ɪ,k
demolished=d,ɪ,m,ɑː,l,ɪ,ʃ,t demon=d,iː,m,ə,n denied=d,ɪ,n,aɪ,d denmark=d,ɛ,n,m,ɑː,ɹ,k
dennis=d,ɛ,n,ɪ,s denver=d,ɛ,n,v,ɚ depot=d,iː,p,oʊ depth=d,ɛ,p,θ der=d,ɛ,ɹ
derogatory=d,ɪ,ɹ,ɑː,ɡ,ə,t,ɔː,ɹ,i descent=d,ɪ,s,ɛ,n,t desert=d,ɛ,z,ɚ,t
designated=d,ɛ,z,ɪ,ɡ,n,eɪ,ɾ,ɪ,d designation=d,ɛ,z,ɪ,ɡ,n,eɪ,ʃ,ə,n desserts=d,ɪ,z,ɜː,t,s dew=d,uː
dewey=d,uː,i diabetes=d,aɪ,ə,b,iː,ɾ,iː,z diane=d,aɪ,æ,n die=d,aɪ died=d,aɪ,d diego=d,ɪ,eɪ,ɡ,oʊ
dies=d,aɪ,z diesel=d,iː,z,ə,l different=d,ɪ,f,ɹ,ə,n,t differently=d,ɪ,f,ɹ,ə,n,t,l,i
difficult=d,ɪ,f,ɪ,k,ə,l,t dining=d,aɪ,n,ɪ,ŋ disambiguation=d,ɪ,s,æ,m,b,ɪ,ɡ,j,uː,eɪ,ʃ,ə,n
discography=d,ɪ,s,k,ɑː,ɡ,ɹ,ə,f,i disconnect=d,ɪ,s,k,ə,n,ɛ,k,t disease=d,ɪ,z,iː,z
diseases=d,ɪ,z,iː,z,ɪ,z disney=d,ɪ,z,n,i dj=d,iː,dʒ,eɪ dna=d,iː,ɛ,n,eɪ do=d,uː
documentary=d,ɑː,k,j,uː,m,ɛ,n,t,ɚ,ɹ,i doesn't=d,ʌ,z,ə,n,t doesnt=d,ʌ,z,ə,n,t doing=d,uː,ɪ,ŋ
dome=d,oʊ,m domingo=d,oʊ,m,ɪ,ŋ,ɡ,oʊ don=d,ɑː,n don't=d,oʊ,n,t done=d,ʌ,n dont=d,oʊ,n,t doubt=d,aʊ,t
dr=d,ɑː,k,t,ɚ drafthouse=d,ɹ,æ,f,t,h,aʊ,s drama=d,ɹ,ɑː,m,ə dramatic=d,ɹ,ə,m,æ,ɾ,ɪ,k dried=d,ɹ,aɪ,d
driven=d,ɹ,ɪ,v,ə,n driving=d,ɹ,aɪ,v,ɪ,ŋ drum=d,ɹ,ʌ,m dry=d,ɹ,aɪ dte=d,iː,t,iː,iː duetos=d,uː,ɾ,oʊ,z
durham=d,ʌ,ɹ,ə,m duties=d,uː,ɾ,i,z duty=d,uː,ɾ,i dvds=d,iː,v,iː,d,iː,ɛ,s e=iː earlier=ɜː,l,ɪ,ɚ
earliest=ɜː,l,ɪ,ɪ,s,t early=ɜː,l,i easily=iː,z,i,l,i ecclesiastical=ɪ,k,l,iː,z,ɪ,æ,s,t,ɪ,k,ə,l
economy=ɪ,k,ɑː,n,ə,m,i eddie=ɛ,d,i edgar=ɛ,d,ɡ,ɚ edinburgh=ɛ,d,ɪ,n,b,ʌ,ɹ,ə edition=ɪ,d,ɪ,ʃ,ə,n
editions=ɪ,d,ɪ,ʃ,ə,n,z efforts=ɛ,f,ɚ,t,s eg=f,ɔː,ɹ,ɛ,ɡ,z,æ,m,p,ə,l egypt=iː,dʒ,ɪ,p,t
eightam=eɪ,ɾ,æ,m eightpm=eɪ,t,p,ə,m el=ɛ,l electrons=ɪ,l,ɛ,k,t,ɹ,ɑː,n,z
electrosafari=ɪ,l,ɛ,k,t,ɹ,oʊ,s,ə,f,ɑː,ɹ,ɹ,i elementary=ɛ,l,ɪ,m,ɛ,n,t,ɚ,ɹ,i
elevenses=ɪ,l,ɛ,v,ɛ,n,s,ɪ,z ellis=ɛ,l,ɪ,s embassy=ɛ,m,b,ə,s,i emerson=ɛ,m,ɚ,s,ə,n
enchiladas=ɛ,n,tʃ,ɪ,l,ɑː,d,ə,z endangered=ɛ,n,d,eɪ,n,dʒ,ɚ,d endured=ɛ,n,d,ʊ,ɹ,d
engineer=ɛ,n,dʒ,ɪ,n,ɪ,ɹ engineering=ɛ,n,dʒ,ɪ,n,ɪ,ɹ,ɪ,ŋ engineers=ɛ,n,dʒ,ɪ,n,ɪ,ɹ,z enough=ɪ,n,ʌ,f
enthusiasm=ɛ,n,θ,uː,z,i,æ,z,ə,m equation=ɪ,k,w,eɪ,ʒ,ə,n equations=ɪ,k,w,eɪ,ʒ,ə,n,z era=i,ə,ɹ,ə
error=ɛ,ɹ,ɚ es=iː,z escapada=ɛ,s,k,ə,p,ɑː,d,ə especially=ɪ,s,p,ɛ,ʃ,ə,l,i espn=iː,ɛ,s,p,iː,ɛ,n
essential=ɪ,s,ɛ,n,ʃ,ə,l essentially=ɪ,s,ɛ,n,ʃ,ə,l,i est=iː,ɛ,s,t,iː eta=iː,ɾ,ə etc=ɛ,t,s,ɛ,t,ɹ,ə
evans=ɛ,v,ə,n,z eve=iː,v executive=ɛ,ɡ,z,ɛ,k,j,uː,t,ɪ,v exeter=ɛ,k,s,ɪ,ɾ,ɚ
exhibition=ɛ,k,s,ɪ,b,ɪ,ʃ,ə,n exhibitions=ɛ,k,s,ɪ,b,ɪ,ʃ,ə,n,z experts=ɛ,k,s,p,ɜː,t,s
expiration=ɛ,k,s,p,ɚ,ɹ,eɪ,ʃ,ə,n expiring=ɛ,k,s,p,aɪ,ɚ,ɹ,ɪ,ŋ expiry=ɛ,k,s,p,aɪ,ɚ,ɹ,i eye=aɪ
eyes=aɪ,z f=ɛ,f fa=f,ɑː facebook=f,eɪ,s,b,ʊ,k faced=f,eɪ,s,d factorization=f,æ,k,t,ɚ,ɹ,ɪ,z,eɪ,ʃ,ə,n
faculties=f,æ,k,ə,l,t,i,z faculty=f,æ,k,ə,l,t,i fahrenheit=f,æ,ɹ,ə,n,h,aɪ,t failure=f,eɪ,l,ɪ,ɹ
failures=f,eɪ,l,ɪ,ɹ,z falconry=f,æ,l,k,ɑː,n,ɹ,i falkland=f,ɔː,l,k,l,ə,n,d fallen=f,ɔː,l,ə,n
familiar=f,ə,m,ɪ,l,ɪ,ɹ families=f,æ,m,ɪ,l,i,z famous=f,eɪ,m,ə,s fantasy=f,æ,n,t,ə,s,i
faraway=f,ɑː,ɹ,ɹ,ə,w,eɪ fastest=f,æ,s,t,ɪ,s,t favorite=f,eɪ,v,ɚ,ɹ,ɪ,t favorites=f,eɪ,v,ɚ,ɹ,ɪ,t,s
favourite=f,eɪ,v,ɹ,ɪ,t fbi=ɛ,f,b,iː,aɪ fc=ɛ,f,s,iː featuring=f,iː,tʃ,ɚ,ɹ,ɪ,ŋ fed=f,ɛ,d
felix=f,iː,l,ɪ,k,s felons=f,ɛ,l,ə,n,z few=f,j,uː fewer=f,j,uː,ɚ feyenoord=f,eɪ,ə,n,ɔː,ɹ,d
fidelity=f,ɪ,d,ɛ,l,ɪ,ɾ,i figuring=f,ɪ,ɡ,j,ɚ,ɹ,ɪ,ŋ finnish=f,ɪ,n,ɪ,ʃ firearms=f,aɪ,ɚ,ɹ,ɑː,ɹ,m,z
firing=f,aɪ,ɚ,ɹ,ɪ,ŋ fishermen=f,ɪ,ʃ,ɚ,m,ɛ,n fivepm=f,aɪ,v,ə,p,ə,m fl=ɛ,f,ɛ,l flea=f,l,iː
fled=f,l,ɛ,d flour=f,l,aʊ,ɚ fm=ɛ,f,ɛ,m focused=f,oʊ,k,ə,s,t foods=f,uː,d,z for=f,ɔː,ɹ ford=f,ɔː,ɹ,d
forget=f,ɚ,ɡ,ɛ,t fort=f,ɔː,ɹ,t four=f,ɔː,ɹ fourpm=f,ɔː,ɹ,p,ə,m fourties=f,ɔː,ɹ,ɾ,i,z
franchise=f,ɹ,æ,n,tʃ,aɪ,z fraudulent=f,ɹ,ɔː,dʒ,uː,l,ə,n,t freak=f,ɹ,iː,k fred=f,ɹ,ɛ,d
freight=f,ɹ,eɪ,t fried=f,ɹ,aɪ,d fries=f,ɹ,aɪ,z from=f,ɹ,ʌ,m fry=f,ɹ,aɪ fry's=f,ɹ,aɪ,z ft=ɛ,f,t,iː
fully=f,ʊ,l,i furious=f,j,ʊ,ɹ,ɹ,i,ə,s furthermore=f,ɜː,ð,ɚ,m,ɔː,ɹ futuros=f,j,uː,tʃ,ɚ,ɹ,oʊ,z
g=dʒ,iː ga=ɡ,ɑː galaxy=ɡ,æ,l,ə,k,s,i gallons=ɡ,æ,l,ə,n,z gamma=ɡ,æ,m,ə garage=ɡ,ɚ,ɹ,ɑː,ʒ gas=ɡ,æ,s
gasoline=ɡ,æ,s,ə,l,iː,n gatlinburg=ɡ,æ,t,l,ɪ,n,b,ɜː,ɡ gem=dʒ,ɛ,m gender=dʒ,ɛ,n,d,ɚ gene=dʒ,iː,n
genesee=dʒ,ɛ,n,ɪ,s,iː geneva=dʒ,ə,n,iː,v,ə genre=ʒ,ɑː,n,ɹ,ə gentlemen=dʒ,ɛ,n,t,ə,l,m,ə,n
geography=dʒ,ɪ,ɑː,ɡ,ɹ,ə,f,i geometric=dʒ,iː,oʊ,m,ɛ,t,ɹ,ɪ,k geometry=dʒ,i,ɑː,m,ə,t,ɹ,i get=ɡ,ɛ,t
gets=ɡ,ɛ,t,s ginger=dʒ,ɪ,n,dʒ,ɚ giovanni=dʒ,ə,v,ɑː,n,i glaciers=ɡ,l,eɪ,ʃ,ɚ,z glands=ɡ,l,æ,n,d,z
glasgow=ɡ,l,æ,z,ɡ,oʊ glen=ɡ,l,ɛ,n goddard=ɡ,ɑː,d,ɚ,d gone=ɡ,ɔː,n good=ɡ,ʊ,d goodbye=ɡ,ʊ,d,b,aɪ
goodrich=ɡ,ʊ,d,ɹ,ɪ,tʃ goods=ɡ,ʊ,d,z goose=ɡ,uː,s gospel=ɡ,ɑː,s,p,ə,l gps=dʒ,iː,p,iː,ɛ,s
grab=ɡ,ɹ,æ,b graduate=ɡ,ɹ,æ,dʒ,uː,ə,t graduated=ɡ,ɹ,æ,d,j,uː,eɪ,ɾ,ɪ,d graduates=ɡ,ɹ,æ,dʒ,uː,ə,t,s
graham=ɡ,ɹ,eɪ,ə,m grammatical=ɡ,ɹ,ə,m,æ,ɾ,ɪ,k,ə,l grandson=ɡ,ɹ,æ,n,d,s,ʌ,n granite=ɡ,ɹ,æ,n,ɪ,t
gras=ɡ,ɹ,ɑː,z great=ɡ,ɹ,eɪ,t greatest=ɡ,ɹ,eɪ,ɾ,ɪ,s,t greatly=ɡ,ɹ,eɪ,t,l,i green=ɡ,ɹ,iː,n
greenwich=ɡ,ɹ,ɛ,n,ɪ,tʃ grey=ɡ,ɹ,eɪ grocery=ɡ,ɹ,oʊ,s,ɚ,ɹ,i guidance=ɡ,aɪ,d,ə,n,s guinea=ɡ,ɪ,n,i
guinness=ɡ,ɪ,n,ɪ,s guitarist=ɡ,ɪ,t,ɑː,ɹ,ɹ,ɪ,s,t gus=ɡ,ʌ,s h=eɪ,tʃ hall=h,ɔː,l halls=h,ɔː,l,z
hamilton=h,æ,m,ə,l,t,ə,n hanged=h,æ,ŋ,d hanging=h,æ,ŋ,ɪ,ŋ happened=h,æ,p,ə,n,d happens=h,æ,p,ə,n,z
happiness=h,æ,p,ɪ,n,ə,s harvard=h,ɑː,ɹ,v,ɚ,d has=h,æ,z have=h,æ,v having=h,æ,v,ɪ,ŋ
hawaii=h,ə,w,aɪ,iː hawaiian=h,ə,w,aɪ,ə,n hazardous=h,æ,z,ɚ,d,ə,s he=h,iː healing=h,iː,l,ɪ,ŋ
healy=h,iː,l,i hear=h,ɪ,ɹ heavily=h,ɛ,v,i,l,i hebrew=h,iː,b,ɹ,uː heinous=h,eɪ,n,ə,s heinz=h,aɪ,n,z
helens=h,ɛ,l,ə,n,z helicopter=h,ɛ,l,ɪ,k,ɑː,p,t,ɚ hello=h,ə,l,oʊ her=h,ɜː heritage=h,ɛ,ɹ,ɪ,ɾ,ɪ,dʒ
hero=h,i,ə,ɹ,oʊ heroic=h,ɪ,ɹ,oʊ,ɪ,k hey=h,eɪ hi=h,aɪ highest=h,aɪ,ɪ,s,t hiking=h,aɪ,k,ɪ,ŋ
hilliard=h,ɪ,l,ɪ,ɚ,d hms=eɪ,tʃ,ɛ,m,ɛ,s hollywood=h,ɑː,l,i,w,ʊ,d holocaust=h,ɑː,l,ə,k,ɔː,s,t
holy=h,oʊ,l,i hometown=h,oʊ,m,t,aʊ,n honest=ɑː,n,ɪ,s,t honolulu=h,ɑː,n,ə,l,uː,l,uː honored=ɑː,n,ɚ,d
horror=h,ɔː,ɹ,ɚ hostile=h,ɑː,s,t,ə,l hourly=aʊ,ɚ,l,i houston=h,j,uː,s,t,ə,n hr=eɪ,tʃ,ɑː,ɹ
humorous=h,j,uː,m,ɚ,ɹ,ə,s hundreds=h,ʌ,n,d,ɹ,ɪ,d,z husband=h,ʌ,s,b,ə,n,d hy=h,aɪ i=aɪ i'll=aɪ,l
i'm=aɪ,m ian=iː,ə,n ibm=aɪ,b,iː,ɛ,m iceland=aɪ,s,l,ə,n,d icon=aɪ,k,ɑː,n id=aɪ,d,iː idea=aɪ,d,i,ə
ideal=aɪ,d,i,ə,l ignored=ɪ,ɡ,n,ɔː,ɹ,d ii=ɹ,oʊ,m,ə,n,t,uː iii=ɹ,oʊ,m,ə,n,θ,ɹ,iː illinois=ɪ,l,ə,n,ɔɪ
imanas=ɪ,m,ɑː,n,ə,z immigrants=ɪ,m,ɪ,ɡ,ɹ,ə,n,t,s imply=ɪ,m,p,l,aɪ
imprisonment=ɪ,m,p,ɹ,ɪ,z,ə,n,m,ə,n,t inaugural=ɪ,n,ɔː,ɡ,j,ʊ,ɹ,ɹ,ə,l indiana=ɪ,n,d,iː,æ,n,ə
indifferent=ɪ,n,d,ɪ,f,ɹ,ə,n,t influential=ɪ,n,f,l,uː,ɛ,n,ʃ,ə,l information=ɪ,n,f,ɚ,m,eɪ,ʃ,ə,n
inge=ɪ,n,dʒ,iː inherited=ɪ,n,h,ɛ,ɹ,ɪ,ɾ,ɪ,d initiative=ɪ,n,ɪ,ʃ,i,ə,t,ɪ,v injured=ɪ,n,dʒ,ɚ,d
injury=ɪ,n,dʒ,ɚ,ɹ,i inner=ɪ,n,ɚ inquiry=ɪ,ŋ,k,w,ɚ,ɹ,i insert=ɪ,n,s,ɜː,t insignia=ɪ,n,s,ɪ,ɡ,n,i,ə
installed=ɪ,n,s,t,ɔː,l,d inter=ɪ,n,t,ɜː interest=ɪ,n,t,ɹ,ɛ,s,t interested=ɪ,n,t,ɹ,ɛ,s,t,ɪ,d
interesting=ɪ,n,t,ɹ,ɛ,s,t,ɪ,ŋ interests=ɪ,n,t,ɹ,ɛ,s,t,s internet=ɪ,n,t,ɚ,n,ɛ,t into=ɪ,n,t,ʊ
iowa=aɪ,ə,w,ə iphone=aɪ,f,oʊ,n ira=i,ə,ɹ,ə iran=ɪ,ɹ,æ,n iranian=ɪ,ɹ,eɪ,n,i,ə,n irene=aɪ,ɹ,iː,n
iron=aɪ,ɚ,n irs=aɪ,ɑː,ɹ,ɹ,ɛ,s is=ɪ,z isaac=aɪ,s,ə,k islam=ɪ,s,l,ɑː,m isn't=ɪ,z,ə,n,t
israel=ɪ,z,ɹ,iː,ə,l it'll=ɪ,ɾ,ə,l iv=ɹ,oʊ,m,ə,n,f,ɔː,ɹ ivan=aɪ,v,ə,n j=dʒ,eɪ jacob=dʒ,eɪ,k,ə,b
jacques=ʒ,æ,k jade=dʒ,eɪ,d jamaica=dʒ,ə,m,eɪ,k,ə jan=dʒ,æ,n janet=dʒ,æ,n,ɪ,t japan=dʒ,ə,p,æ,n
jason=dʒ,eɪ,s,ə,n jean=dʒ,iː,n jennifer=dʒ,ɛ,n,ɪ,f,ɚ jerome=dʒ,ɛ,ɹ,oʊ,m jerry=dʒ,ɛ,ɹ,i
jerusalem=dʒ,ɚ,ɹ,uː,s,ə,l,ə,m jesus=dʒ,iː,z,ə,s jfk=dʒ,eɪ,ɛ,f,k,eɪ ji=dʒ,aɪ joanna=dʒ,oʊ,æ,n,ə
johnny=dʒ,ɑː,n,i johnnys=dʒ,ɑː,n,ɪ,z jonah=dʒ,oʊ,n,ə jorge=h,ɔː,ɹ,h,eɪ jose=h,oʊ,s,eɪ
joseph=dʒ,oʊ,s,ə,f jr=dʒ,eɪ,ɑː,ɹ juan=h,w,ɑː,n juice=dʒ,uː,s jul=dʒ,ʌ,l july=dʒ,uː,l,aɪ
june=dʒ,uː,n k=k,eɪ kansas=k,æ,n,z,ə,s kaori=k,eɪ,ɔː,ɹ,i keith=k,iː,θ ken=k,ɛ,n
kerasotes=k,ɛ,ɹ,ə,s,oʊ,t,s key=k,iː keys=k,iː,z kg=k,eɪ,dʒ,iː khan=k,ɑː,n kibbutz=k,ɪ,b,ʌ,t,s
kiev=k,iː,ɛ,f kilmer=k,ɪ,l,m,ɜː kilo=k,iː,l,oʊ kilos=k,iː,l,oʊ,z kiribati=k,ɪ,ɹ,ɪ,b,ɑː,ɾ,i
km=k,eɪ,ɛ,m kokomo=k,ə,k,oʊ,m,oʊ kontich=k,ɔː,n,t,ɪ,tʃ korea=k,ɚ,ɹ,iː,ə ky=k,aɪ l=ɛ,l la=l,æ
label=l,eɪ,b,ə,l labeled=l,eɪ,b,ə,l,d labelled=l,eɪ,b,ə,l,d labor=l,eɪ,b,ɚ
labrador=l,æ,b,ɹ,ə,d,ɔː,ɹ ladies=l,eɪ,d,i,z lady=l,eɪ,d,i lama=l,ɑː,m,ə largely=l,ɑː,ɹ,dʒ,l,i
largest=l,ɑː,ɹ,dʒ,ɪ,s,t las=l,ɑː,s lasagna=l,ə,z,ɑː,n,j,ə lastfm=l,æ,s,t,f,ə,m later=l,eɪ,ɾ,ɚ
latest=l,eɪ,ɾ,ɪ,s,t laugh=l,æ,f launch=l,ɑː,n,tʃ launched=l,ɑː,n,tʃ,t lb=ɛ,l,b,iː lbs=p,aʊ,n,d,z
le=l,ə lebanon=l,ɛ,b,ə,n,ɑː,n lebron=l,ɛ,b,ɹ,ɑː,n led=l,ɛ,d legislative=l,ɛ,dʒ,ɪ,s,l,ə,t,ɪ,v
legislature=l,ɛ,dʒ,ɪ,s,l,ə,tʃ,ɚ leisure=l,iː,ʒ,ɚ leonard=l,ɛ,n,ɚ,d lesotho=l,ə,s,uː,ɾ,uː let=l,ɛ,t
let's=l,ɛ,t,s lets=l,ɛ,t,s lettuce=l,ɛ,ɾ,ɪ,s li=l,aɪ libels=l,aɪ,b,ə,l,z liberia=l,aɪ,b,i,ə,ɹ,iː,ə
liberties=l,ɪ,b,ɚ,ɾ,i,z lie=l,aɪ life's=l,aɪ,f,z lifelong=l,aɪ,f,l,ɔː,ŋ
lighthouses=l,aɪ,t,h,aʊ,s,ɪ,z likewise=l,aɪ,k,w,aɪ,z lincoln=l,ɪ,ŋ,k,ə,n lisa=l,iː,s,ə
listening=l,ɪ,s,ə,n,ɪ,ŋ liter=l,iː,ɾ,ɚ liters=l,iː,ɾ,ɚ,z live=l,aɪ,v livestock=l,aɪ,v,s,t,ɑː,k
liz=l,ɪ,z liza=l,iː,z,ə loews=l,oʊ,w,z log=l,ɔː,ɡ logo=l,oʊ,ɡ,oʊ longest=l,ɔː,ŋ,ɡ,ɪ,s,t
lords=l,ɔː,ɹ,d,z lorenzo=l,ɔː,ɹ,ɛ,n,z,oʊ los=l,ɑː,s losing=l,uː,z,ɪ,ŋ lost=l,ɔː,s,t louis=l,uː,i
louisiana=l,uː,iː,z,ɪ,æ,n,ə lowest=l,oʊ,ɪ,s,t lutheran=l,uː,θ,ɜː,ɹ,ə,n
luxembourg=l,ʌ,k,s,ə,m,b,ɜː,ɡ luxury=l,ʌ,k,ʃ,ɚ,ɹ,i lynch=l,ɪ,n,tʃ lysol=l,aɪ,s,ɑː,l m=ɛ,m ma=m,ɑː
macaroni=m,æ,k,ə,ɹ,oʊ,n,i macintosh=m,æ,k,ɪ,n,t,ɑː,ʃ made=m,eɪ,d maintenance=m,eɪ,n,t,ə,n,ə,n,s
majority=m,ə,dʒ,ɔː,ɹ,ɪ,ɾ,i mall=m,ɔː,l malls=m,ɔː,l,z mama=m,ɑː,m,ə man=m,æ,n
manhattan=m,æ,n,h,æ,t,ə,n manitoba=m,æ,n,ɪ,t,oʊ,b,ə manpower=m,æ,n,p,aʊ,ɚ manuel=m,æ,n,w,ɛ,l
many=m,ɛ,n,i mar=m,ɑː,ɹ margaret=m,ɑː,ɹ,ɡ,ɹ,ə,t maria=m,ɚ,ɹ,iː,ə marie=m,ɚ,ɹ,iː
marijuana=m,æ,ɹ,ɪ,w,ɑː,n,ə marina=m,ɚ,ɹ,iː,n,ə marine=m,ɚ,ɹ,iː,n mario=m,ɑː,ɹ,ɹ,ɪ,oʊ
maroon=m,ɚ,ɹ,uː,n marshall=m,ɑː,ɹ,ʃ,ə,l marshalls=m,ɑː,ɹ,ʃ,ə,l,z
massachusetts=m,æ,s,ə,tʃ,uː,s,ɪ,t,s matilda=m,ə,t,ɪ,l,d,ə maureen=m,ɔː,ɹ,iː,n
mausoleum=m,ɔː,s,ə,l,iː,ə,m maybe=m,eɪ,b,iː mc=ɛ,m,s,iː me=m,iː mean=m,iː,n meant=m,ɛ,n,t
mechanic=m,ɪ,k,æ,n,ɪ,k mechanical=m,ɪ,k,æ,n,ɪ,k,ə,l mechanics=m,ɪ,k,æ,n,ɪ,k,s medal=m,ɛ,d,ə,l
media=m,iː,d,iː,ə median=m,iː,d,iː,ə,n medicine=m,ɛ,d,ə,s,ə,n medieval=m,ɛ,d,ɪ,iː,v,ə,l
mediterranean=m,ɛ,d,ɪ,ɾ,ɪ,ɹ,eɪ,n,i,ə,n medium=m,iː,d,i,ə,m megaplex=m,ɛ,ɡ,ə,p,l,ɛ,k,s mein=m,eɪ,n
melbourne=m,ɛ,l,b,ɚ,n melody=m,ɛ,l,ə,d,i memorial=m,ə,m,ɔː,ɹ,ɪ,ə,l memory=m,ɛ,m,ɚ,ɹ,i
memphis=m,ɛ,m,f,ɪ,s mercury=m,ɜː,k,j,ʊ,ɹ,i meredith=m,ɛ,ɹ,ə,d,ɪ,θ mesa=m,eɪ,s,ə messrs=m,ɛ,s,ɹ,z
met=m,ɛ,t mi=m,aɪ miami=m,aɪ,æ,m,i michael=m,aɪ,k,ə,l michael's=m,aɪ,k,ə,l,z michigan=m,ɪ,ʃ,ɪ,ɡ,ə,n
microsoft=m,aɪ,k,ɹ,ə,s,ɑː,f,t midday=m,ɪ,d,d,eɪ middlesex=m,ɪ,d,ə,l,s,ɛ,k,s mileage=m,aɪ,l,ɪ,dʒ
mineral=m,ɪ,n,ɚ,ɹ,ə,l mining=m,aɪ,n,ɪ,ŋ minnis=m,ɪ,n,i,z minus=m,aɪ,n,ə,s miranda=m,ɜː,ɹ,æ,n,d,ə
mission=m,ɪ,ʃ,ə,n missions=m,ɪ,ʃ,ə,n,z missouri=m,ɪ,z,ʊ,ɹ,ɹ,i mitchell=m,ɪ,tʃ,ə,l
miyazaki=m,ɪ,j,ə,z,æ,k,i mm=ɛ,m,ɛ,m mobile=m,oʊ,b,ə,l mode=m,oʊ,d modelled=m,ɑː,d,ə,l,d
models=m,ɑː,d,ə,l,z modes=m,oʊ,d,z modesto=m,ɑː,d,ɛ,s,t,oʊ molecular=m,ə,l,ɛ,k,j,ʊ,l,ɚ mom=m,ɑː,m
mom's=m,ɑː,m,z moms=m,ɑː,m,z monarch=m,ɑː,n,ɚ,k monetary=m,ɑː,n,ɪ,t,ɛ,ɹ,i money=m,ʌ,n,i
montana=m,ɑː,n,t,æ,n,ə montenegro=m,ɔː,n,t,ə,n,iː,ɡ,ɹ,oʊ monterey=m,ɑː,n,t,ɚ,ɹ,eɪ
montreal=m,ɑː,n,t,ɹ,ɪ,ɔː,l monumental=m,ɑː,n,j,uː,m,ɛ,n,t,ə,l moody=m,uː,d,i moscow=m,ɑː,s,k,oʊ
motorized=m,oʊ,ɾ,ɚ,ɹ,aɪ,z,d movies=m,uː,v,ɪ,z mozart=m,oʊ,t,s,ɑː,ɹ,t mp=ɛ,m,p,iː mpg=ɛ,m,p,iː,dʒ,iː
mph=ɛ,m,p,iː,eɪ,tʃ mr=m,ɪ,s,t,ɚ mrs=m,ɪ,s,ɪ,z ms=ɛ,m,ɛ,s mt=ɛ,m,t,iː muhammad=m,ə,h,æ,m,ɪ,d
multiply=m,ʌ,l,t,ɪ,p,l,aɪ mumbai=m,ʊ,m,b,aɪ munich=m,j,uː,n,ɪ,k muscle=m,ʌ,s,ə,l
muscles=m,ʌ,s,ə,l,z my=m,aɪ myanmar=m,j,ɑː,n,m,ɑː,ɹ myself=m,aɪ,s,ɛ,l,f n=ɛ,n na=n,ɑː
naked=n,eɪ,k,ɪ,d nancy=n,æ,n,s,i naomi=n,eɪ,oʊ,m,i naples=n,eɪ,p,ə,l,z narrator=n,æ,ɹ,eɪ,ɾ,ɚ
narrow=n,æ,ɹ,oʊ narrowing=n,æ,ɹ,oʊ,ɪ,ŋ narrowly=n,æ,ɹ,oʊ,l,i natalie=n,æ,ɾ,ə,l,i nathan=n,eɪ,θ,ə,n
nation=n,eɪ,ʃ,ə,n nation's=n,eɪ,ʃ,ə,n,z nations=n,eɪ,ʃ,ə,n,z nature=n,eɪ,tʃ,ɚ nauru=n,aʊ,ɹ,uː
nba=ɛ,n,b,iː,eɪ nearby=n,ɪ,ɹ,b,aɪ nebraska=n,ə,b,ɹ,æ,s,k,ə necessity=n,ə,s,ɛ,s,ɪ,ɾ,i
negative=n,ɛ,ɡ,ə,t,ɪ,v neighboring=n,eɪ,b,ɚ,ɹ,ɪ,ŋ nepal=n,ɛ,p,ɔː,l net=n,ɛ,t nevada=n,ɪ,v,æ,d,ə
nevermind=n,ɛ,v,ɚ,m,aɪ,n,d nevertheless=n,ɛ,v,ɚ,ð,ə,l,ɛ,s newark=n,uː,ɚ,k newer=n,uː,ɚ
newest=n,uː,ɪ,s,t newfoundland=n,j,uː,f,ə,n,d,l,ə,n,d nfl=ɛ,n,ɛ,f,ɛ,l nh=ɛ,n,eɪ,tʃ
nicaragua=n,ɪ,k,ə,ɹ,ɑː,ɡ,w,ə nicholas=n,ɪ,k,ə,l,ə,s nigeria=n,aɪ,dʒ,i,ə,ɹ,ɪ,ə nineam=n,ɪ,n,iː,m
ninepm=n,aɪ,n,ə,p,ə,m ninth=n,aɪ,n,θ nirvana=n,ɜː,v,ɑː,n,ə nj=ɛ,n,dʒ,eɪ nm=ɛ,n,ɛ,m non=n,ɑː,n
none=n,ʌ,n nonetheless=n,ʌ,n,ð,ə,l,ɛ,s noodles=n,uː,d,ə,l,z nor=n,ɔː,ɹ
nordstrom=n,ɔː,ɹ,d,s,t,ɹ,ɑː,m norfolk=n,ɔː,ɹ,f,ə,k normandy=n,ɔː,ɹ,m,ə,n,d,i
norwegian=n,ɔː,ɹ,w,iː,dʒ,ə,n nothing=n,ʌ,θ,ɪ,ŋ notorious=n,oʊ,t,ɔː,ɹ,i,ə,s
novedades=n,oʊ,v,d,eɪ,d,z novelist=n,ɑː,v,ɪ,l,ɪ,s,t november=n,oʊ,v,ɛ,m,b,ɚ now=n,aʊ
nra=ɛ,n,ɑː,ɹ,ɹ,eɪ nv=ɛ,n,v,iː ny=ɛ,n,w,aɪ o'clock=ə,k,l,ɑː,k obama=oʊ,b,ɑː,m,ə
obliged=ə,b,l,aɪ,dʒ,d observation=ɑː,b,z,ɚ,v,eɪ,ʃ,ə,n observations=ɑː,b,z,ɚ,v,eɪ,ʃ,ə,n,z
observatory=ə,b,z,ɜː,v,ə,t,ɔː,ɹ,i occupied=ɑː,k,j,ʊ,p,aɪ,d occupies=ɑː,k,j,ʊ,p,aɪ,z occurs=ə,k,ɜː,z
odd=ɑː,d of=ə,v/ʌ,v off=ɔː,f office=ɑː,f,ɪ,s officer=ɑː,f,ɪ,s,ɚ officers=ɑː,f,ɪ,s,ɚ,z
offices=ɑː,f,ɪ,s,ɪ,z ohio=oʊ,h,aɪ,oʊ ok=oʊ,k,eɪ oman=oʊ,m,æ,n omelette=ɑː,m,l,ə,t on=ɔː,n
oneill=w,ʌ,n,ɪ,l onek=w,ʌ,ŋ,k onepm=w,ʌ,n,p,ə,m ongoing=ɑː,ŋ,ɡ,oʊ,ɪ,ŋ onions=ʌ,n,i,ə,n,z
online=ɑː,n,l,aɪ,n only=oʊ,n,l,i ons=ɔː,n,z ontario=ɑː,n,t,æ,ɹ,ɪ,oʊ onto=ɑː,n,t,ʊ
openly=oʊ,p,ə,n,l,i opium=oʊ,p,i,ə,m opposed=ə,p,oʊ,z,d or=ɔː,ɹ organic=ɔː,ɹ,ɡ,æ,n,ɪ,k
origin=ɔː,ɹ,ɪ,dʒ,ɪ,n origins=ɔː,ɹ,ɪ,dʒ,ɪ,n,z orlando=ɔː,ɹ,l,æ,n,d,oʊ orleans=ɔː,ɹ,l,i,ə,n,z
ornamented=ɔː,ɹ,n,ə,m,ɛ,n,t,ɪ,d os=oʊ,ɛ,s otis=oʊ,ɾ,ɪ,s ought=ɔː,t outlet=aʊ,t,l,ɛ,t
outlets=aʊ,t,l,ɛ,t,s oven=ʌ,v,ə,n overall=oʊ,v,ɚ,ɹ,ɔː,l overseas=oʊ,v,ɚ,s,iː,z p=p,iː pa=p,ɑː
pacific=p,ə,s,ɪ,f,ɪ,k pagoda=p,æ,ɡ,oʊ,d,ə palestine=p,æ,l,ə,s,t,aɪ,n palms=p,ɑː,m,z palo=p,ɑː,l,oʊ
papa=p,ɑː,p,ə papua=p,æ,p,j,uː,ə paradise=p,æ,ɹ,ə,d,aɪ,s paradox=p,æ,ɹ,ə,d,ɑː,k,s
parameters=p,ɚ,ɹ,æ,m,ɪ,ɾ,ɚ,z particular=p,ɚ,t,ɪ,k,j,ʊ,l,ɚ particularly=p,ɚ,t,ɪ,k,j,ʊ,l,ɚ,l,i
password=p,æ,s,w,ɜː,d pasta=p,ɑː,s,t,ə patrick=p,æ,t,ɹ,ɪ,k patron=p,eɪ,t,ɹ,ə,n patterns=p,æ,t,ɚ,n,z
paypal=p,eɪ,p,æ,l pbs=p,iː,b,iː,ɛ,s peerage=p,ɪ,ɹ,ɪ,dʒ pen=p,ɛ,n per=p,ɜː perfect=p,ɜː,f,ɛ,k,t
period=p,i,ə,ɹ,ɪ,ə,d periods=p,i,ə,ɹ,ɪ,ə,d,z peripheral=p,ɚ,ɹ,ɪ,f,ɚ,ɹ,ə,l permit=p,ɜː,m,ɪ,t
perry=p,ɛ,ɹ,i persian=p,ɜː,ʒ,ə,n peruvian=p,ə,ɹ,uː,v,i,ə,n pet=p,ɛ,t petrol=p,ɛ,t,ɹ,ə,l
petroleum=p,ə,t,ɹ,oʊ,l,iː,ə,m pg=p,iː,dʒ,iː phantom=f,æ,n,t,ə,m pharmacy=f,ɑː,ɹ,m,ə,s,i
phases=f,eɪ,z,ɪ,z phenomenon=f,ɪ,n,ɑː,m,ɪ,n,ə,n phi=f,aɪ philippine=f,ɪ,l,ɪ,p,iː,n
philosophical=f,ɪ,l,ə,s,ɑː,f,ɪ,k,ə,l phoenix=f,iː,n,ɪ,k,s photographer=f,ə,t,ɑː,ɡ,ɹ,ə,f,ɚ
photography=f,ə,t,ɑː,ɡ,ɹ,ə,f,i phrase=f,ɹ,eɪ,z pier=p,ɪ,ɹ pilot=p,aɪ,l,ə,t pilots=p,aɪ,l,ə,t,s
pint=p,aɪ,n,t pints=p,aɪ,n,t,s pirates=p,aɪ,ɹ,ə,t,s pizza=p,iː,t,s,ə pizzeria=p,iː,t,s,ɚ,ɹ,i,ə
platinum=p,l,æ,t,ɪ,n,ə,m please=p,l,iː,z pleased=p,l,iː,z,d pleasure=p,l,ɛ,ʒ,ɚ plural=p,l,ʊ,ɹ,ɹ,ə,l
pm=p,iː,ɛ,m policies=p,ɑː,l,ɪ,s,i,z policy=p,ɑː,l,ɪ,s,i political=p,ə,l,ɪ,ɾ,ɪ,k,ə,l
politically=p,ə,l,ɪ,ɾ,ɪ,k,l,i politics=p,ɑː,l,ə,t,ɪ,k,s poor=p,ʊ,ɹ pope=p,oʊ,p pork=p,ɔː,ɹ,k
portrait=p,ɔː,ɹ,t,ɹ,ɪ,t portsmouth=p,ɔː,ɹ,t,s,m,ə,θ portugal=p,ɔː,ɹ,tʃ,ə,ɡ,ə,l
portuguese=p,ɔː,ɹ,tʃ,ə,ɡ,iː,z positive=p,ɑː,z,ɪ,t,ɪ,v positively=p,ɑː,z,ɪ,t,ɪ,v,l,i
possiable=p,ɑː,s,ɪ,ə,b,ə,l prairie=p,ɹ,ɛ,ɹ,i prayer=p,ɹ,ɛ,ɹ prayers=p,ɹ,ɛ,ɹ,z pre=p,ɹ,iː
preceding=p,ɹ,ɪ,s,iː,d,ɪ,ŋ precise=p,ɹ,ɪ,s,aɪ,s prefer=p,ɹ,ɪ,f,ɜː preferred=p,ɹ,ɪ,f,ɜː,d
premier=p,ɹ,ə,m,ɪ,ɹ premium=p,ɹ,iː,m,i,ə,m preparation=p,ɹ,ɛ,p,ɚ,ɹ,eɪ,ʃ,ə,n
preparing=p,ɹ,ɪ,p,ɛ,ɹ,ɪ,ŋ present=p,ɹ,ɛ,z,ə,n,t presented=p,ɹ,ɪ,z,ɛ,n,t,ɪ,d
presently=p,ɹ,ɛ,z,ə,n,t,l,i presents=p,ɹ,ɛ,z,ə,n,t,s preservation=p,ɹ,ɛ,z,ɚ,v,eɪ,ʃ,ə,n
president=p,ɹ,ɛ,z,ɪ,d,ə,n,t presidential=p,ɹ,ɛ,z,ɪ,d,ɛ,n,ʃ,ə,l presidents=p,ɹ,ɛ,z,ɪ,d,ə,n,t,s
pretty=p,ɹ,ɪ,ɾ,i prey=p,ɹ,eɪ primarily=p,ɹ,aɪ,m,ɛ,ɹ,ɪ,l,i primary=p,ɹ,aɪ,m,ɚ,ɹ,i
principally=p,ɹ,ɪ,n,s,ɪ,p,ə,l,i prison=p,ɹ,ɪ,z,ə,n prisons=p,ɹ,ɪ,z,ə,n,z private=p,ɹ,aɪ,v,ə,t
privately=p,ɹ,aɪ,v,ə,t,l,i prix=p,ɹ,iː probability=p,ɹ,ɑː,b,ə,b,ɪ,l,ɪ,ɾ,i problem=p,ɹ,ɑː,b,l,ə,m
problems=p,ɹ,ɑː,b,l,ə,m,z proceeds=p,ɹ,oʊ,s,iː,d,z proclamation=p,ɹ,ɑː,k,l,ə,m,eɪ,ʃ,ə,n
product=p,ɹ,ɑː,d,ʌ,k,t products=p,ɹ,ɑː,d,ʌ,k,t,s programme=p,ɹ,oʊ,ɡ,ɹ,æ,m
programmed=p,ɹ,oʊ,ɡ,ɹ,æ,m,d progress=p,ɹ,ɑː,ɡ,ɹ,ɛ,s project=p,ɹ,ɑː,dʒ,ɛ,k,t
projects=p,ɹ,ɑː,dʒ,ɛ,k,t,s prolonged=p,ɹ,ə,l,ɔː,ŋ,d promise=p,ɹ,ɑː,m,ɪ,s
properties=p,ɹ,ɑː,p,ɚ,ɾ,i,z protein=p,ɹ,oʊ,t,iː,n protestant=p,ɹ,ɑː,ɾ,ɪ,s,t,ə,n,t
protocol=p,ɹ,oʊ,ɾ,ə,k,ɑː,l province=p,ɹ,ɑː,v,ɪ,n,s provinces=p,ɹ,ɑː,v,ɪ,n,s,ɪ,z
psychedelic=s,aɪ,k,ɪ,d,ɛ,l,ɪ,k psychological=s,aɪ,k,ə,l,ɑː,dʒ,ɪ,k,ə,l puerto=p,w,ɛ,ɹ,ɾ,oʊ
purchased=p,ɜː,tʃ,ɪ,s,t purchases=p,ɜː,tʃ,ɪ,s,ɪ,z pure=p,j,ʊ,ɹ purpose=p,ɜː,p,ə,s putting=p,ʊ,ɾ,ɪ,ŋ
q=k,j,uː qtips=k,j,uː,t,ɪ,p,s que=k,w,ɛ quebec=k,w,ɪ,b,ɛ,k queen=k,w,iː,n quit=k,w,ɪ,t
quite=k,w,aɪ,t r=ɑː,ɹ radcliffe=ɹ,æ,d,k,l,ɪ,f ran=ɹ,æ,n ranging=ɹ,eɪ,n,dʒ,ɪ,ŋ ratio=ɹ,eɪ,ʃ,ɪ,oʊ
rb=ɑː,ɹ,b,iː re=ɹ,iː readily=ɹ,ɛ,d,i,l,i ready=ɹ,ɛ,d,i really=ɹ,i,ə,l,i rebels=ɹ,ɛ,b,ə,l,z
recall=ɹ,iː,k,ɔː,l recipe=ɹ,ɛ,s,ɪ,p,iː recipes=ɹ,ɛ,s,ɪ,p,iː,z reconnaissance=ɹ,ɪ,k,ɑː,n,ɪ,s,ə,n,s
record=ɹ,ɛ,k,ɚ,d recorded=ɹ,ɪ,k,ɔː,ɹ,d,ɪ,d recording=ɹ,ɪ,k,ɔː,ɹ,d,ɪ,ŋ recordings=ɹ,ɪ,k,ɔː,ɹ,d,ɪ,ŋ,z
records=ɹ,ɛ,k,ɚ,d,z red=ɹ,ɛ,d redeem=ɹ,ɪ,d,iː,m redemption=ɹ,ɪ,d,ɛ,m,p,ʃ,ə,n
redrobin=ɹ,iː,d,ɹ,ɑː,b,ɪ,n refer=ɹ,ɪ,f,ɜː refers=ɹ,ɪ,f,ɜː,z regal=ɹ,iː,ɡ,ə,l reissued=ɹ,iː,ɪ,ʃ,uː,d
relative=ɹ,ɛ,l,ə,t,ɪ,v relatively=ɹ,ɛ,l,ə,t,ɪ,v,l,i relay=ɹ,iː,l,eɪ remedy=ɹ,ɛ,m,ə,d,i
renaissance=ɹ,ɛ,n,ə,s,ɑː,n,s renewed=ɹ,ɪ,n,uː,d reno=ɹ,iː,n,oʊ renowned=ɹ,ɪ,n,aʊ,n,d
reply=ɹ,ɪ,p,l,aɪ reptiles=ɹ,ɛ,p,t,aɪ,l,z rescind=ɹ,ɪ,s,ɪ,n,d reservation=ɹ,ɛ,z,ɚ,v,eɪ,ʃ,ə,n
reservations=ɹ,ɛ,z,ɚ,v,eɪ,ʃ,ə,n,z reservoir=ɹ,ɛ,z,ɚ,v,w,ɑː,ɹ reside=ɹ,ɪ,s,aɪ,d resides=ɹ,ɪ,s,aɪ,d,z
resignation=ɹ,ɛ,z,ɪ,ɡ,n,eɪ,ʃ,ə,n rest=ɹ,ɛ,s,t restaurant=ɹ,ɛ,s,t,ɹ,ɑː,n,t
restaurants=ɹ,ɛ,s,t,ɹ,ɑː,n,t,s restoration=ɹ,ɛ,s,t,ɚ,ɹ,eɪ,ʃ,ə,n rests=ɹ,ɛ,s,t,s
revenue=ɹ,ɛ,v,ə,n,uː reward=ɹ,ɪ,w,ɔː,ɹ,d rewards=ɹ,ɪ,w,ɔː,ɹ,d,z rhythm=ɹ,ɪ,ð,ə,m ri=ɹ,aɪ
rice=ɹ,aɪ,s richardson=ɹ,ɪ,tʃ,ɚ,d,s,ə,n rico=ɹ,iː,k,oʊ riding=ɹ,aɪ,d,ɪ,ŋ rio=ɹ,iː,oʊ
risen=ɹ,ɪ,z,ə,n rollover=ɹ,oʊ,l,oʊ,v,ɚ romance=ɹ,oʊ,m,æ,n,s ron=ɹ,ɑː,n rouge=ɹ,uː,ʒ rough=ɹ,ʌ,f
roughly=ɹ,ʌ,f,l,i routing=ɹ,aʊ,ɾ,ɪ,ŋ russell=ɹ,ʌ,s,ə,l ruth's=ɹ,uː,θ,z s=ɛ,s
sacramento=s,æ,k,ɹ,ə,m,ɛ,n,t,oʊ sacred=s,eɪ,k,ɹ,ɪ,d sacrifice=s,æ,k,ɹ,ɪ,f,aɪ,s safely=s,eɪ,f,l,i
safety=s,eɪ,f,t,i saga=s,ɑː,ɡ,ə sage=s,eɪ,dʒ sal=s,æ,l salad=s,æ,l,ə,d saline=s,eɪ,l,iː,n
salmon=s,æ,m,ə,n salsa=s,æ,l,s,ə salvador=s,æ,l,v,ə,d,ɔː,ɹ samuel=s,æ,m,j,uː,l san=s,æ,n
sanctuary=s,æ,ŋ,k,t,j,uː,ɛ,ɹ,i sara=s,ɛ,ɹ,ə sarah=s,ɛ,ɹ,ə saratoga=s,æ,ɹ,ə,t,oʊ,ɡ,ə
satellite=s,æ,ɾ,ə,l,aɪ,t saturday=s,æ,ɾ,ɚ,d,eɪ saudi=s,aʊ,d,i says=s,ɛ,z school=s,k,uː,l
schools=s,k,uː,l,z schumacher=ʃ,uː,m,ɑː,k,ɚ scoop=s,k,uː,p scored=s,k,ɔː,ɹ,d scotia=s,k,oʊ,ʃ,ə
se=s,iː searching=s,ɜː,tʃ,ɪ,ŋ sears=s,ɪ,ɹ,z seattle=s,iː,æ,ɾ,ə,l secret=s,iː,k,ɹ,ɪ,t
secretary=s,ɛ,k,ɹ,ə,t,ɹ,i secrets=s,iː,k,ɹ,ɪ,t,s semi=s,ɛ,m,aɪ senate=s,ɛ,n,ə,t
senegal=s,ɛ,n,ɛ,ɡ,ə,l separate=s,ɛ,p,ɹ,ə,t separated=s,ɛ,p,ɚ,ɹ,eɪ,ɾ,ɪ,d severe=s,ɪ,v,ɪ,ɹ
severely=s,ɪ,v,ɪ,ɹ,l,i sfo=ɛ,s,ɛ,f,oʊ shanghai=ʃ,æ,ŋ,h,aɪ she=ʃ,iː sheep=ʃ,iː,p sheikh=ʃ,eɪ,k
shepherd=ʃ,ɛ,p,ɚ,d shepherd's=ʃ,ɛ,p,ɚ,d,z should=ʃ,ʊ,d showed=ʃ,oʊ,d showtimes=ʃ,oʊ,t,aɪ,m,z
shrine=ʃ,ɹ,aɪ,n si=s,iː sidetracks=s,aɪ,d,t,ɹ,æ,k,s sierra=s,iː,ɛ,ɹ,ə sign=s,aɪ,n
signature=s,ɪ,ɡ,n,ɪ,tʃ,ɚ signed=s,aɪ,n,d significance=s,ɪ,ɡ,n,ɪ,f,ɪ,k,ə,n,s signing=s,aɪ,n,ɪ,ŋ
signs=s,aɪ,n,z sinatra=s,ɪ,n,ɑː,t,ɹ,ə singapore=s,ɪ,ŋ,ɡ,ə,p,ɔː,ɹ singer=s,ɪ,ŋ,ɚ singers=s,ɪ,ŋ,ɚ,z
sioux=s,uː sir=s,ɜː siri=s,i,ə,ɹ,i sixpm=s,ɪ,k,s,p,ə,m skies=s,k,aɪ,z skis=s,k,iː,z sky=s,k,aɪ
slavic=s,l,ɑː,v,ɪ,k slogan=s,l,oʊ,ɡ,ə,n smooth=s,m,uː,ð sniper=s,n,aɪ,p,ɚ soccer=s,ɑː,k,ɚ
soldiers=s,oʊ,l,dʒ,ɚ,z solely=s,oʊ,l,l,i solitary=s,ɑː,l,ə,t,ɛ,ɹ,i solo=s,oʊ,l,oʊ
solubility=s,ɑː,l,j,uː,b,ɪ,l,ɪ,ɾ,i soluble=s,ɑː,l,j,uː,b,ə,l somebody=s,ʌ,m,b,ɑː,d,i
someone=s,ʌ,m,w,ʌ,n somerset=s,ʌ,m,ə,s,ɛ,t something=s,ʌ,m,θ,ɪ,ŋ sometimes=s,ʌ,m,t,aɪ,m,z son=s,ʌ,n
sonic=s,ɑː,n,ɪ,k sons=s,ʌ,n,z sony=s,oʊ,n,i sorry=s,ɑː,ɹ,i sought=s,ɔː,t sour=s,aʊ,ɚ
southern=s,ʌ,ð,ɚ,n sovereign=s,ɑː,v,ɚ,ɹ,ɪ,n spa=s,p,ɑː spacing=s,p,eɪ,s,ɪ,ŋ spaghetti=s,p,ə,ɡ,ɛ,ɾ,i
specific=s,p,ə,s,ɪ,f,ɪ,k specifically=s,p,ə,s,ɪ,f,ɪ,k,l,i specifics=s,p,ə,s,ɪ,f,ɪ,k,s sri=s,ɹ,iː
st=s,ə,n,t stable=s,t,eɪ,b,ə,l stacy=s,t,eɪ,s,i staircase=s,t,ɛ,ɹ,k,eɪ,s stalin=s,t,ɑː,l,ɪ,n
standards=s,t,æ,n,d,ɚ,d,z stanford=s,t,æ,n,f,ɚ,d starring=s,t,ɑː,ɹ,ɹ,ɪ,ŋ
statistical=s,t,ə,t,ɪ,s,t,ɪ,k,ə,l statistics=s,t,ə,t,ɪ,s,t,ɪ,k,s steak=s,t,eɪ,k
steakhouse=s,t,eɪ,k,h,aʊ,s stephanie=s,t,ɛ,f,ə,n,i stephen=s,t,iː,v,ə,n sterling=s,t,ɜː,l,ɪ,ŋ
steroid=s,t,ɛ,ɹ,ɔɪ,d stew=s,t,uː steward=s,t,uː,ɚ,d stewart=s,t,uː,ɚ,t stoddard=s,t,ɑː,d,ɚ,d
storage=s,t,ɔː,ɹ,ɪ,dʒ story=s,t,ɔː,ɹ,i storyline=s,t,ɔː,ɹ,i,l,aɪ,n strategic=s,t,ɹ,ə,t,iː,dʒ,ɪ,k
strategy=s,t,ɹ,æ,ɾ,ə,dʒ,i strawberry=s,t,ɹ,ɔː,b,ɛ,ɹ,i streak=s,t,ɹ,iː,k stress=s,t,ɹ,ɛ,s
strongest=s,t,ɹ,ɔː,ŋ,ɡ,ɪ,s,t stuart=s,t,uː,ɚ,t studied=s,t,ʌ,d,i,d studies=s,t,ʌ,d,i,z
studying=s,t,ʌ,d,i,ɪ,ŋ subiaco=s,ʌ,b,ɪ,ɑː,k,oʊ substantial=s,ə,b,s,t,æ,n,ʃ,ə,l subtle=s,ʌ,ɾ,ə,l
suburban=s,ə,b,ɜː,b,ə,n such=s,ʌ,tʃ sudan=s,uː,d,æ,n suena=s,uː,n,ə suite=s,w,iː,t
sullivan=s,ʌ,l,ɪ,v,ə,n summary=s,ʌ,m,ɚ,ɹ,i superior=s,uː,p,i,ə,ɹ,ɪ,ɚ superman=s,uː,p,ɚ,m,æ,n
supernatural=s,uː,p,ɚ,n,æ,tʃ,ɚ,ɹ,ə,l supper=s,ʌ,p,ɚ supposedly=s,ə,p,oʊ,z,ɪ,d,l,i
supreme=s,uː,p,ɹ,iː,m sur=s,ɜː sure=ʃ,ʊ,ɹ surfaces=s,ɜː,f,ɪ,s,ɪ,z surgery=s,ɜː,dʒ,ɚ,ɹ,i
survey=s,ɜː,v,eɪ surviving=s,ɚ,v,aɪ,v,ɪ,ŋ susceptible=s,ə,s,ɛ,p,t,ɪ,b,ə,l sussex=s,ʌ,s,ɪ,k,s
suv=ɛ,s,j,uː,v,iː swan=s,w,ɑː,n swap=s,w,ɑː,p sweden=s,w,iː,d,ə,n swedish=s,w,iː,d,ɪ,ʃ
swords=s,ɔː,ɹ,d,z sxsw=ɛ,s,ɛ,k,s,ɛ,s,d,ʌ,b,ə,l,j,uː symbol=s,ɪ,m,b,ə,l symbols=s,ɪ,m,b,ə,l,z t=t,iː
tablets=t,æ,b,l,ə,t,s taco=t,ɑː,k,oʊ tacos=t,ɑː,k,oʊ,z tags=t,æ,ɡ,z taiwan=t,aɪ,w,ɑː,n tall=t,ɔː,l
tallest=t,ɔː,l,ɪ,s,t tamil=t,æ,m,ɪ,l tanzania=t,æ,n,z,ə,n,i,ə tara=t,ɑː,ɹ,ɹ,ə tatars=t,ɑː,ɾ,ɚ,z
td=t,iː,d,iː te=t,iː tea=t,iː ted=t,ɛ,d teddy=t,ɛ,d,i tehran=t,ɛ,ɹ,ɑː,n temperate=t,ɛ,m,p,ɚ,ɹ,ə,t
template=t,ɛ,m,p,l,ə,t ten=t,ɛ,n tennis=t,ɛ,n,ɪ,s tenure=t,ɛ,n,j,ɚ teruel=t,ɛ,ɹ,uː,l
tesla=t,ɛ,s,l,ə texas=t,ɛ,k,s,ə,s tgi=t,iː,dʒ,iː,aɪ thailand=t,aɪ,l,ə,n,d than=ð,ə,n that=ð,æ,t
that's=ð,æ,t,s thats=ð,æ,t,s the=ð,ə their=ð,ɛ,ɹ then=ð,ɛ,n theology=θ,ɪ,ɑː,l,ə,dʒ,i
theory=θ,i,ə,ɹ,i there=ð,ɛ,ɹ there's=ð,ɛ,ɹ,z thereafter=ð,ɛ,ɹ,æ,f,t,ɚ therefore=ð,ɛ,ɹ,f,ɔː,ɹ
these=ð,iː,z thesis=θ,iː,s,ɪ,s they=ð,eɪ thirtypm=θ,ɜː,ɾ,ɪ,p,ə,m this=ð,ɪ,s thomas=t,ɑː,m,ə,s
thomson=t,ɑː,m,s,ə,n those=ð,oʊ,z thou=ð,aʊ though=ð,oʊ thousand=θ,aʊ,z,ə,n,d
thousands=θ,aʊ,z,ə,n,d,z throughout=θ,ɹ,uː,aʊ,t thus=ð,ʌ,s tibetan=t,ɪ,b,ɛ,t,ə,n tied=t,aɪ,d
ties=t,aɪ,z timezone=t,aɪ,m,z,oʊ,n tiny=t,aɪ,n,i title=t,aɪ,ɾ,ə,l titles=t,aɪ,ɾ,ə,l,z tn=t,iː,ɛ,n
to=t,ə/t,uː tobacco=t,ə,b,æ,k,oʊ tobias=t,ə,b,aɪ,ə,s todd=t,ɑː,d todo=t,ə,d,uː tokyo=t,oʊ,k,ɪ,oʊ
told=t,oʊ,l,d tom=t,ɑː,m tomato=t,ə,m,eɪ,ɾ,oʊ tomatoes=t,ə,m,eɪ,ɾ,oʊ,z ton=t,ʌ,n tonight=t,ə,n,aɪ,t
tons=t,ʌ,n,z tony=t,oʊ,n,i toronto=t,ɚ,ɹ,ɑː,n,t,oʊ tough=t,ʌ,f toured=t,ʊ,ɹ,d tours=t,ʊ,ɹ,z
toward=t,ə,w,ɔː,ɹ,d towards=t,ə,w,ɔː,ɹ,d,z toyota=t,ɔɪ,oʊ,ɾ,ə traffic=t,ɹ,æ,f,ɪ,k
transfer=t,ɹ,æ,n,s,f,ɜː transfering=t,ɹ,æ,n,s,f,ɜː,ɹ,ɪ,ŋ transverse=t,ɹ,æ,n,s,v,ɜː,s
travelling=t,ɹ,æ,v,ə,l,ɪ,ŋ treachery=t,ɹ,ɛ,tʃ,ɚ,ɹ,i treasury=t,ɹ,ɛ,ʒ,ɚ,ɹ,i trek=t,ɹ,ɛ,k
trial=t,ɹ,aɪ,ə,l trials=t,ɹ,aɪ,ə,l,z tribal=t,ɹ,aɪ,b,ə,l tries=t,ɹ,aɪ,z trio=t,ɹ,iː,oʊ
trivial=t,ɹ,ɪ,v,ɪ,ə,l trophy=t,ɹ,oʊ,f,i try=t,ɹ,aɪ tuna=t,uː,n,ə turbulent=t,ɜː,b,j,ʊ,l,ə,n,t
turkmenistan=t,ɜː,k,m,ə,n,ɪ,s,t,æ,n twice=t,w,aɪ,s twilight=t,w,aɪ,l,aɪ,t two=t,uː tx=t,iː,ɛ,k,s
u=j,uː uk=j,uː,k,eɪ umami=j,uː,m,ɑː,m,i unable=ʌ,n,eɪ,b,ə,l uncommon=ʌ,ŋ,k,ɑː,m,ə,n
undergraduate=ʌ,n,d,ɚ,ɡ,ɹ,æ,dʒ,uː,ə,t undo=ʌ,n,d,uː unleaded=ʌ,n,l,ɛ,d,ɪ,d unless=ʌ,n,l,ɛ,s
unmanned=ʌ,n,m,æ,n,d unnoticed=ʌ,n,n,oʊ,ɾ,ɪ,s,t unprecedented=ʌ,n,p,ɹ,ɛ,s,ɪ,d,ə,n,t,ɪ,d
unstable=ʌ,n,s,t,eɪ,b,ə,l unsure=ʌ,n,ʃ,ʊ,ɹ unusable=ʌ,n,j,uː,z,ə,b,ə,l upon=ə,p,ɑː,n
uranium=j,ʊ,ɹ,ɹ,eɪ,n,i,ə,m urban=ɜː,b,ə,n urdu=ʊ,ɹ,d,uː uruguay=j,ʊ,ɹ,ɹ,uː,ɡ,w,aɪ us=ʌ,s
usa=j,uː,ɛ,s,eɪ usaa=j,uː,z,ɑː usb=j,uː,ɛ,s,b,iː usbank=ʌ,s,b,æ,ŋ,k usd=ʌ,s,d
ustwenty=ʌ,s,t,w,ə,n,t,i utah=j,uː,t,ɔː utilities=j,uː,t,ɪ,l,ɪ,ɾ,i,z utility=j,uː,t,ɪ,l,ɪ,ɾ,i
uv=j,uː,v,iː v=v,iː va=v,ɑː val=v,æ,l vale=v,eɪ,l valentine's=v,æ,l,ə,n,t,aɪ,n,z value=v,æ,l,j,uː
values=v,æ,l,j,uː,z vancouver=v,æ,ŋ,k,uː,v,ɚ varieties=v,ɚ,ɹ,aɪ,ə,ɾ,i,z variety=v,ɚ,ɹ,aɪ,ə,ɾ,i
varying=v,ɛ,ɹ,i,ɪ,ŋ vaughan=v,ɔː,n vegas=v,eɪ,ɡ,ə,s velocity=v,ə,l,ɑː,s,ɪ,ɾ,i
venezuela=v,ɛ,n,ɪ,z,w,eɪ,l,ə venice=v,ɛ,n,ɪ,s vera=v,i,ə,ɹ,ə verizon=v,ɛ,ɹ,aɪ,z,ə,n very=v,ɛ,ɹ,i
veterans=v,ɛ,ɾ,ɚ,ɹ,ə,n,z vi=ɹ,oʊ,m,ə,n,s,ɪ,k,s via=v,aɪ,ə vice=v,aɪ,s vienna=v,ɪ,ɛ,n,ə
vietnamese=v,iː,ɛ,t,n,ə,m,iː,z viewing=v,j,uː,ɪ,ŋ vimeo=v,aɪ,m,ɪ,oʊ vinegar=v,ɪ,n,ɪ,ɡ,ɚ
visa=v,iː,z,ə vocalist=v,oʊ,k,ə,l,ɪ,s,t vs=v,iː,ɛ,s w=d,ʌ,b,ə,l,j,uː wa=w,ɑː
wakefield=w,eɪ,k,f,iː,l,d wal=w,æ,l wales=w,eɪ,l,z wanna=w,ɔː,n,ə ward=w,ɔː,ɹ,d wards=w,ɔː,ɹ,d,z
warmest=w,ɔː,ɹ,m,ɪ,s,t was=w,ʌ,z washingtonpostcom=w,ɑː,ʃ,ɪ,ŋ,t,ɑː,n,p,oʊ,s,t,k,ɑː,m we=w,iː
we're=w,ɪ,ɹ weapon=w,ɛ,p,ə,n weapons=w,ɛ,p,ə,n,z wednesday=w,ɛ,n,z,d,eɪ were=w,ɜː weve=w,iː,v
wharf=w,ɔː,ɹ,f what's=w,ʌ,t,s whatever=w,ʌ,t,ɛ,v,ɚ whats=w,ʌ,t,s when=w,ɛ,n who=h,uː who's=h,uː,z
whoa=w,oʊ wholly=h,oʊ,l,i whom=h,uː,m whose=h,uː,z why=w,aɪ wichita=w,ɪ,tʃ,ɪ,t,ɑː,ɹ
widely=w,aɪ,d,l,i widespread=w,aɪ,d,s,p,ɹ,ɛ,d wifi=w,aɪ,f,aɪ wilderness=w,ɪ,l,d,ɚ,n,ə,s
willoughby=w,ɪ,l,ʌ,f,b,i winged=w,ɪ,ŋ,d wisconsin=w,ɪ,s,k,ɑː,n,s,ɪ,n wisdom=w,ɪ,z,d,ə,m with=w,ɪ,ð
withdrawal=w,ɪ,θ,d,ɹ,ɔː,l within=w,ɪ,ð,ɪ,n without=w,ɪ,ð,aʊ,t women=w,ɪ,m,ɪ,n women's=w,ɪ,m,ɪ,n,z
womens=w,ɪ,m,ɪ,n,z won't=w,oʊ,n,t wont=w,ɔː,n,t word=w,ɜː,d wore=w,ɔː,ɹ worn=w,ɔː,ɹ,n
worship=w,ɜː,ʃ,ɪ,p worst=w,ɜː,s,t wtwo=d,ʌ,b,ə,l,j,uː,t,w,oʊ wy=w,aɪ wyoming=w,aɪ,oʊ,m,ɪ,ŋ x=ɛ,k,s
x's=ɛ,k,s,ɪ,z xfinity=ɛ,k,s,f,ɪ,n,ɪ,ɾ,i xiii=ɹ,oʊ,m,ə,n,θ,ɜː,t,iː,n y=w,aɪ yahoo=j,æ,h,uː
yeah=j,ɛ,h yes=j,ɛ,s yogurt=j,oʊ,ɡ,ɚ,t york=j,ɔː,ɹ,k yorkshire=j,ɔː,ɹ,k,ʃ,ɚ you're=j,ʊ,ɹ
younger=j,ʌ,ŋ,ɡ,ɚ youngest=j,ʌ,ŋ,ɡ,ɪ,s,t your=j,ʊ,ɹ youre=j,ɔː,ɹ youtube=j,uː,t,uː,b z=z,iː
zen=z,ɛ,n zeropm=z,i,ə,ɹ,ɑː,p,ə,m zesty=z,ɛ,s,t,i zeus=z,uː,s zvooq=z,iː,v,uː,k
"""

_RULES = """
.a.=ə .a.a= .a.c=æ .a.d=æ .a.e= .a.f=æ .a.g=æ .a.i=eɪ .a.j=æ .a.k=eɪ .a.m=æ .a.n=æ .a.o= .a.p=æ
.a.q=æ .a.r=ɑː .a.s=æ .a.t=eɪ .a.u=ɔː .a.v=eɪ .a.w=ɔː .a.x=æ .a.y=eɪ .a.z=æ .b.=b .b.b= .b.n=b,iː
.c.=k .c.d=s,iː .c.e=s .c.g=ə .c.h= .c.i=s .c.n=ə,k .c.p=s,iː .c.q= .c.v=s,iː .c.y=s .d.=d .d.g=
.d.j= .e.= .e.a=iː .e.b=ɛ .e.c=ɛ .e.f=ɪ .e.g=ɛ .e.j=ɪ .e.k=iː .e.l=ɛ .e.m=ɛ .e.n=ɛ .e.o=ɪ .e.p=ɛ
.e.q=ɪ .e.t=ɛ .e.v=ɛ .e.x=ɛ .e.z=ɛ .f.=f .f.f= .g.=ɡ .g.$= .g.d= .g.e=dʒ .g.f= .g.g= .g.h= .g.i=dʒ
.g.k= .g.s= .g.t= .g.y=dʒ .h.= .h.a=h .h.c=eɪ,tʃ .h.d=θ .h.e=h .h.o=h .h.p=θ .h.q=θ .h.r=θ .h.s=θ
.h.u=h .h.y=h .i.=ɪ .i.$=i .i.a=i .i.e=i .i.j= .i.o=ʃ .i.r= .i.u=i .i.z=aɪ .j.=dʒ .j.k=eɪ
.j.m=dʒ,eɪ .j.t=dʒ,eɪ .k.=k .k.k= .k.n= .k.p= .l.=l .l.k= .l.l= .m.=m .m.j=ɛ,m .m.m= .m.v=ɛ,m .n.=n
.n.g=ŋ .n.k=ŋ .n.n= .n.q=ŋ .n.x=ŋ .o.=ə .o.$=oʊ .o.a=oʊ .o.b=ɑː .o.c=ɑː .o.d=ɑː .o.e=oʊ .o.f=ɔː
.o.h=oʊ .o.i=ɔɪ .o.k=ʊ .o.l=ɑː .o.o= .o.p=ɑː .o.q=oʊ .o.r=ɔː .o.s=oʊ .o.t=ɑː .o.u=aʊ .o.v=oʊ
.o.w=oʊ .o.x=ɑː .o.y=ɔɪ .o.z=ɑː .p.=p .p.h= .p.n=p,iː .p.p= .q.=k .r.=ɹ .r.$=ɚ .r.f=ɚ .r.g=ɜː .r.r=
.r.s=ɚ .r.v=ɜː .r.w=ɚ .s.=s .s.$=z .s.h=ʃ .s.s= .s.v=z .t.=t .t.c= .t.h= .t.t= .t.y=ɾ .u.= .u.$=uː
.u.a=w .u.b=ʌ .u.c=ʌ .u.d=uː .u.f=ʌ .u.h=uː .u.i=w .u.j=j,uː .u.k=uː .u.l=ʌ .u.m=ʌ .u.n=ʌ .u.o=j,uː
.u.p=ʌ .u.v=uː .u.w=uː .u.x=ʌ .u.z=ʌ .v.=v .v.c=v,iː .v.d=v,iː .v.p=v,iː .w.=w .w.$= .w.b= .w.c=
.w.d= .w.f= .w.g= .w.k= .w.l= .w.m= .w.n= .w.p= .w.r= .w.s= .w.t= .x.=k,s .x.h=ɡ,z .x.u=k,ʃ .y.=i
.y.a=j .y.b= .y.c=aɪ .y.d=aɪ .y.e= .y.f=ɪ .y.g=ɪ .y.h= .y.i=aɪ .y.k=ɪ .y.l=ɪ .y.m=ɪ .y.n=ɪ .y.o=j
.y.p=ɪ .y.r=ɪ .y.s=ɪ .y.t=ɪ .y.u=j .y.v= .y.w=ɪ .y.x=ɪ .y.y=aɪ .y.z=ɪ .z.=z .z.h=ʒ .z.z= ^.a.bb=æ
^.a.bd=æ ^.a.be=æ ^.a.c=ə ^.a.ct=æ ^.a.d=ə ^.a.di=æ ^.a.f=ə ^.a.fg=æ ^.a.fr=æ ^.a.ft=æ ^.a.ge=eɪ
^.a.gg=ə ^.a.i=ɛ ^.a.id=eɪ ^.a.ik=eɪ ^.a.il=eɪ ^.a.im=eɪ ^.a.in=eɪ ^.a.k=æ ^.a.ki=ə ^.a.l=æ
^.a.la=ə ^.a.ld=ɔː ^.a.le=ə ^.a.lm=ɔː ^.a.lo=ə ^.a.lr=ɔː ^.a.lt=ɔː ^.a.me=ə ^.a.mo=ə ^.a.mu=ə
^.a.my=eɪ ^.a.no=ə ^.a.ny=ɛ ^.a.o=eɪ ^.a.p=ə ^.a.pe=eɪ ^.a.pr=eɪ ^.a.ra=æ ^.a.re=ɛ ^.a.ri=æ
^.a.ro=ɚ ^.a.rr= ^.a.ru=æ ^.a.s=ə ^.a.sh=æ ^.a.si=eɪ ^.a.sk=æ ^.a.sp=æ ^.a.st=æ ^.a.t=ə ^.a.ta=æ
^.a.th=æ ^.a.tm=æ ^.a.tp=æ ^.a.v=æ ^.a.w=ə ^.a.we=ɔː ^.a.y= ^.a.yl=eɪ ^.b.b=b,iː ^.b.c=b,iː
^.b.m=b,iː ^.b.p=b,iː ^.b.s=b,iː ^.b.t=b,iː ^.c.b=s,iː ^.c.c=s,iː ^.c.f=s,iː ^.c.hl=k ^.c.hr=k
^.c.m=s,iː ^.c.n=s,iː ^.c.s=s,iː ^.c.t=s,iː ^.c.z=tʃ ^.d.c=d,iː ^.d.d=d,iː ^.d.f=d,iː ^.d.g=d,iː
^.d.l=d,iː ^.d.n=d,iː ^.d.p=d,iː ^.d.s=d,iː ^.d.t=d,iː ^.d.v=d,iː ^.e.ar= ^.e.cl=ɪ ^.e.co=iː
^.e.d=ɛ ^.e.fi=ɛ ^.e.go=iː ^.e.gr=iː ^.e.gy=ɪ ^.e.ig=eɪ ^.e.l=ɪ ^.e.lb=ɛ ^.e.ld=ɛ ^.e.lf=ɛ ^.e.ll=ɛ
^.e.lm=ɛ ^.e.lo=ɛ ^.e.lp=ɛ ^.e.ls=ɛ ^.e.lv=ɛ ^.e.ma=iː ^.e.me=ɪ ^.e.mo=ɪ ^.e.no=ɪ ^.e.nu=ɪ ^.e.o=iː
^.e.ra=ɪ ^.e.re=ɪ ^.e.ri=ɛ ^.e.ro=ɪ ^.e.rr=ɛ ^.e.ru=ɪ ^.e.s=ɛ ^.e.va=ɪ ^.f.b=ɛ,f ^.f.f=ɛ,f
^.f.t=ɛ,f ^.g.ea=ɡ ^.g.ec=ɡ ^.g.et=ɡ ^.g.f=dʒ,iː ^.g.h=ɡ ^.g.i=ɡ ^.g.ia=dʒ ^.g.ie=dʒ ^.g.in=dʒ
^.g.ip=dʒ ^.g.is=dʒ ^.g.m=dʒ,iː ^.g.n= ^.g.p=dʒ,iː ^.g.s=dʒ,iː ^.g.t=dʒ,iː ^.g.yn=ɡ ^.h.b=eɪ,tʃ
^.h.d=eɪ,tʃ ^.h.i=h ^.h.m=eɪ,tʃ ^.h.mm=h ^.h.r=eɪ,tʃ ^.h.s=eɪ,tʃ ^.h.t=eɪ,tʃ ^.i.a=aɪ ^.i.b=aɪ
^.i.c=aɪ ^.i.d=aɪ ^.i.di=ɪ ^.i.e=aɪ ^.i.h=aɪ ^.i.o=aɪ ^.i.r=ɪ ^.i.rb= ^.i.re=aɪ ^.i.rm= ^.i.ro=aɪ
^.i.rv= ^.i.so=aɪ ^.i.v=aɪ ^.j.p=dʒ,eɪ ^.k.b=k,eɪ ^.k.d=k,eɪ ^.k.f=k,eɪ ^.k.g=k,eɪ ^.k.s=k,eɪ
^.k.v=k,eɪ ^.l.b=ɛ,l ^.l.d=ɛ,l ^.l.p=ɛ,l ^.l.s=ɛ,l ^.l.t=ɛ,l ^.m.b=ɛ,m ^.m.d=ɛ,m ^.m.f=ɛ,m
^.m.g=ɛ,m ^.m.h=ɛ,m ^.m.l=ɛ,m ^.m.n=ɛ,m ^.m.p=ɛ,m ^.m.r=ɛ,m ^.m.s=ɛ,m ^.m.t=ɛ,m ^.n.b=ɛ,n ^.n.c=ɛ,n
^.n.d=ɛ,n ^.n.f=ɛ,n ^.n.g=ə,ŋ ^.n.h=ɛ,n ^.n.k=ɛ,ŋ ^.n.m=ɛ,n ^.n.p=ɛ,n ^.n.r=ɛ,n ^.n.s=ɛ,n ^.n.t=ɛ,n
^.o.b=ə ^.o.ba=oʊ ^.o.be=oʊ ^.o.bj=ɑː ^.o.bv=ɑː ^.o.cc=ə ^.o.ce=oʊ ^.o.de=oʊ ^.o.ff=ə ^.o.g=ɑː
^.o.k=oʊ ^.o.ld=oʊ ^.o.lt=oʊ ^.o.ly=ə ^.o.m=oʊ ^.o.n=w,ʌ ^.o.na=ɑː ^.o.nt=ɑː ^.o.pa=oʊ ^.o.s=ɑː
^.o.se=oʊ ^.o.th=ʌ ^.o.wl=aʊ ^.p.b=p,iː ^.p.c=p,iː ^.p.d=p,iː ^.p.f= ^.p.g=p,iː ^.p.hd=p,iː
^.p.m=p,iː ^.p.p=p,iː ^.p.s= ^.p.t=p,iː ^.p.to= ^.q.t=k,j ^.r.c=ɑː,ɹ ^.r.n=ɑː,ɹ ^.r.p=ɑː,ɹ
^.r.t=ɑː,ɹ ^.s.b=ɛ,s ^.s.ch=ʃ ^.s.d=ɛ,s ^.s.f=ɛ,s ^.s.g=ɛ,s ^.s.pf=ɛ,s ^.s.r=ɛ,s ^.s.ri=s ^.s.s=ɛ,s
^.s.v=s ^.s.z=ʃ ^.t.b=t,iː ^.t.c=t,iː ^.t.d=t,iː ^.t.g=t,iː ^.t.k=t,iː ^.t.m=t,iː ^.t.n=t,iː
^.t.ul=tʃ ^.t.v=t,iː ^.t.y=t ^.t.z=t,iː ^.u.a=j,uː ^.u.b=j,uː ^.u.d=j,uː ^.u.e=j,uː ^.u.g=j,uː
^.u.gl=ʌ ^.u.i=j,uː ^.u.k=j,uː ^.u.ma=j,uː ^.u.mi=j,uː ^.u.ni=j,uː ^.u.r=j,ʊ ^.u.rg= ^.u.rq=
^.u.s=j,uː ^.u.sf=ʌ ^.u.st=ʌ ^.u.t=j,uː ^.u.zb=ʊ ^.v.s=v,iː ^.v.t=v,iː ^.w.ho= ^.x.a=z ^.x.e=z
^.x.f=ɛ,k ^.x.i=z ^.x.p=ɛ,k ^.x.y=z ^.y.e=j ^.y.i=j ^^.a.bac=æ ^^.a.bbr=ə ^^.a.ben=ə ^^.a.bse=æ
^^.a.cci=æ ^^.a.cet=æ ^^.a.cup=æ ^^.a.dam=æ ^^.a.dve=æ ^^.a.dvo=æ ^^.a.gai=ə ^^.a.gre=ə ^^.a.jax=eɪ
^^.a.lex=æ ^^.a.lia=eɪ ^^.a.lie=eɪ ^^.a.llm=ɔː ^^.a.llo=ə ^^.a.llu=ə ^^.a.lto=æ ^^.a.mba=ə
^^.a.mid=ə ^^.a.nci=eɪ ^^.a.nno=ə ^^.a.per=æ ^^.a.ppl=æ ^^.a.qua=ə ^^.a.ren=ɚ ^^.a.ret=æ ^^.a.ria=ɛ
^^.a.rro=æ ^^.a.sha=ə ^^.a.spa=ə ^^.a.sto=ə ^^.a.sym=eɪ ^^.a.tti=æ ^^.a.vai=ə ^^.a.via=eɪ
^^.a.voi=ə ^^.a.von=eɪ ^^.c.aes=s ^^.c.elt=k ^^.c.hao=k ^^.c.hem=k ^^.c.hir=k ^^.c.hon=k ^^.e.col=ɛ
^^.e.ffl=ɛ ^^.e.ffo=ɛ ^^.e.leg=ɛ ^^.e.lem=ɛ ^^.e.lep=ɛ ^^.e.lig=ɛ ^^.e.mis=ɪ ^^.e.nam=ɪ ^^.e.ngl=ɪ
^^.e.nse=ɑː ^^.e.sta=ɪ ^^.e.ter=ɪ ^^.e.ven=iː ^^.e.vil=iː ^^.g.eld=ɡ ^^.g.enr=ʒ,ɑː ^^.g.ira=dʒ
^^.h.eir= ^^.h.ono= ^^.h.our= ^^.i.ris=aɪ ^^.i.sle=aɪ ^^.i.tem=aɪ ^^.j.uan=h ^^.o.cal=oʊ
^^.o.ccu=ɑː ^^.o.ffs=ɔː ^^.o.nco=ɑː ^^.o.ner=oʊ ^^.o.pen=oʊ ^^.o.pin=ə ^^.o.rig=ɚ ^^.s.chi=s
^^.s.cho=s ^^.s.uga=ʃ ^^.s.ure=ʃ ^^.t.hai=t ^^.t.hom=t ^^.u.nim=ʌ ^^.u.nin=ʌ ^^^^.a.bsol=æ
^^^^.a.ccen=æ ^^^^.a.cces=æ ^^^^.a.ccur=æ ^^^^.a.dmir=æ ^^^^.a.dria=æ ^^^^.a.llia=ə ^^^^.a.lloc=æ
^^^^.a.lloy=æ ^^^^.a.mazi=ə ^^^^.a.nalo=ə ^^^^.a.pply=ə ^^^^.a.rise=ɚ ^^^^.a.scer=æ ^^^^.a.sset=æ
^^^^.a.thei=eɪ ^^^^.c.hara=k ^^^^.c.horu=k ^^^^.e.ffem=ɛ ^^^^.e.leva=ɛ ^^^^.e.llip=ɪ ^^^^.e.qual=iː
^^^^.e.quit=ɛ ^^^^.e.thio=iː ^^^^.e.vane=ɛ ^^^^.e.vent=ɪ ^^^^.e.volv=ɪ ^^^^.i.slan=aɪ ^^^^.o.ccur=ə
^^^^.o.ffer=ɔː ^^^^.o.ppon=ə ^^^^.s.ched=s ^^^^.s.chem=s ^^^^.u.nani=j,uː ^^^b.a.sila=æ
^^^c.a.nadi=ə ^^^c.a.pitu=ə ^^^c.h.arlo=ʃ ^^^c.h.icag=ʃ ^^^c.o.lleg=ɑː ^^^c.o.llin=ɑː
^^^c.o.lumn=ɑː ^^^c.o.mmen=ɑː ^^^c.o.mpen=ɑː ^^^c.o.mpli=ɑː ^^^c.o.mpou=ɑː ^^^c.o.mpro=ɑː
^^^c.o.ncen=ɑː ^^^c.o.nfid=ɑː ^^^c.o.njug=ɑː ^^^c.o.nnel=ɑː ^^^c.o.nseq=ɑː ^^^c.o.nson=ɑː
^^^c.o.nstr=ə ^^^c.o.ntex=ɑː ^^^c.o.ntra=ɑː ^^^c.o.rres=ɔː ^^^c.o.untr= ^^^d.e.fini=ɛ ^^^d.e.lica=ɛ
^^^d.e.sper=ɛ ^^^d.e.tain=ɪ ^^^d.o.mini=ə ^^^f.o.rget= ^^^h.o.stil=ɑː ^^^l.i.beri=aɪ ^^^o.f.fici=f
^^^p.a.rade=ɚ ^^^p.a.trol=ə ^^^p.e.titi=ə ^^^r.e.alit=ɪ ^^^r.e.cipe=ɛ ^^^r.e.ferr=ɪ ^^^r.e.play=iː
^^^r.e.plie=ɪ ^^^r.e.puta=ɛ ^^^r.e.solu=ɛ ^^^r.e.tail=iː ^^^r.e.volu=ɛ ^^^s.i.mult=aɪ
^^^s.o.lder=ɑː ^^^s.u.ffic=ə ^^^s.u.pple=ʌ ^^^s.u.spec=ʌ ^^^t.a.blet=æ ^^^v.a.lenc=ə ^^ar.t.isti=t
^^br.o.ther=ʌ ^^co.m.menc= ^^ge.o.logi=ə ^^gr.e.nade=ə ^^mi.s.soul=s ^^or.i.enta=ɪ ^^pa.r.ticu=ɚ
^^po.l.lina=l ^^pr.e.date=ɪ ^^pr.e.dica=ɛ ^^se.t.tler= ^^so.u.ther=ʌ ^^th.e.atri=iː ^^tr.a.pezo=æ
^a.b.ba=b ^a.b.be=b ^a.f.fe=f ^a.f.fl=f ^a.n.ch=ŋ ^a.p.ple=p ^a.r.ra=ɚ ^a.r.re=ɚ ^a.r.ri=ɚ ^a.r.ro=
^a.y.le=ə ^b.a.byl=æ ^b.a.che=æ ^b.a.lla=æ ^b.a.lly=æ ^b.a.nan=ə ^b.i.li=aɪ ^b.l.es=l ^b.l.ew=l
^b.o.mba=ə ^c.a.ll=ɔː ^c.a.lla=æ ^c.a.pac=ə ^c.a.pon=eɪ ^c.a.ree=ɚ ^c.a.si=æ ^c.a.te=æ ^c.a.ves=eɪ
^c.e.me=ɛ ^c.h.ara= ^c.h.ev=ʃ ^c.h.ia=tʃ ^c.h.it=tʃ ^c.h.oic=tʃ ^c.h.oo=tʃ ^c.h.ore=tʃ ^c.h.os=tʃ
^c.o.inc=oʊ ^c.o.li=ɑː ^c.o.lo=ʌ ^c.o.lom=ə ^c.o.lon=ɑː ^c.o.mi=ɑː ^c.o.mmo=ɑː ^c.o.nge=ə
^c.o.nno=ɑː ^c.o.nsc=ɑː ^c.o.nst=ɑː ^c.o.pio=oʊ ^co.n.nel=n ^com.m.unis= ^d.a.nge=eɪ ^d.a.ri=ɛ
^d.e.ba=ɪ ^d.e.cim=ɛ ^d.e.cor=ɛ ^d.e.mob=ɪ ^d.e.ni=ɪ ^d.e.ns=ɛ ^d.e.nt=ɛ ^d.e.ri=ɪ ^d.e.sti=ɛ
^d.e.tai=iː ^d.e.vil=ɛ ^d.e.von=ɛ ^d.i.an=aɪ ^d.i.at=aɪ ^d.i.ce=aɪ ^d.i.ge=aɪ ^d.i.la=aɪ ^d.i.na=aɪ
^d.i.ne=aɪ ^d.i.nof=ɪ ^d.i.nos=aɪ ^d.i.ony=aɪ ^d.o.es=ʌ ^d.o.nat=oʊ ^d.o.ubt=aʊ ^d.o.ugh=oʊ
^d.o.zen=ʌ ^e.a.rt= ^e.d.uc=dʒ ^e.r.ne=ɜː ^e.t.er=t ^e.x.it=ɡ,z ^f.e.ath=ɛ ^f.e.rr=ɛ ^f.i.erc=ɪ
^f.i.lin=aɪ ^f.l.es=l ^f.o.rd=ɔː ^f.o.rev=ɚ ^f.o.rg= ^f.o.rge=ɔː ^f.u.ll=ʊ ^g.a.bl=eɪ ^g.e.nea=iː
^g.e.net=ɪ ^g.e.nt=ɛ ^g.i.ant=aɪ ^gr.a.phe=æ ^h.a.llu=ə ^h.a.st=eɪ ^h.e.ari=ɪ ^h.e.el=iː ^h.e.si=ɛ
^h.i.re=aɪ ^h.i.ro=ɪ ^h.o.mi=ɑː ^h.o.ne=ʌ ^h.o.nes=ɑː ^ho.p.per=p ^hyp.o.thet=ə ^i.g.no=ɡ ^i.l.lum=
^i.n.ne=n ^i.n.ni=n ^i.s.lan= ^i.s.le=ə ^i.s.rae=z ^i.t.al=t ^i.t.aly=ɾ ^k.a.li=æ ^k.a.men=eɪ
^k.e.te=ɛ ^k.e.ys=iː ^k.i.nde=ɪ ^kil.o.mete=ɑː ^l.a.bou=eɪ ^l.a.me=ə ^l.a.nd=æ ^l.a.rs=ɑː
^l.a.ter=æ ^l.a.ti=æ ^l.e.ar= ^l.e.ga=iː ^l.e.gac=ɛ ^l.e.ge=ɛ ^l.e.op=ɛ ^l.e.opo=i ^l.e.sl=ɛ
^l.e.ss=ɛ ^l.i.br=aɪ ^l.i.me=aɪ ^l.i.nea=ɪ ^l.i.ni=aɪ ^l.i.on=aɪ ^l.i.vel=aɪ ^l.i.ves=aɪ ^l.o.gg=ɔː
^l.o.nd=ʌ ^l.o.se=uː ^lab.o.rato= ^m.a.che=æ ^m.a.ge=eɪ ^m.a.lac=æ ^m.a.li=æ ^m.a.ll=æ ^m.a.nc=æ
^m.a.nia=eɪ ^m.a.nn=æ ^m.a.ns=æ ^m.a.te=ə ^m.e.dia=iː ^m.e.li=ə ^m.e.nt=ɛ ^m.e.te=iː ^m.e.tre=iː
^m.i.gr=aɪ ^m.i.ne=aɪ ^m.i.nor=aɪ ^m.o.nd=ʌ ^m.o.ndo=ɔː ^m.o.no=ɑː ^m.o.nog=ə ^m.o.ns=ɔː
^m.o.nta=ɑː ^m.o.nth=ʌ ^m.o.roc=ɚ ^m.o.sa=ə ^m.o.ur=ɔː ^mi.s.sio=ʃ ^mil.i.tary=ə ^mis.s.iona=
^mol.e.cule=ɪ ^n.a.gi=æ ^n.a.si=æ ^n.a.st=æ ^n.a.tal=eɪ ^n.a.tio=æ ^n.e.st=ɛ ^n.e.ts=ɛ ^n.i.ce=aɪ
^n.i.ke=aɪ ^n.o.rs=ɔː ^n.o.va=oʊ ^n.o.ve=ɑː ^n.o.vem=oʊ ^na.t.ive=ɾ ^o.c.cur=k ^o.f.fe=f ^o.f.fer=
^p.a.te=æ ^p.e.arl= ^p.e.asa=ɛ ^p.e.de=ə ^p.i.lo=aɪ ^p.i.on=aɪ ^p.o.lic=ə ^p.o.llu=ə ^p.o.nt=ɔː
^p.o.sse=ə ^pr.e.sen=ɛ ^pro.t.esta=ɾ ^r.a.dic=æ ^r.a.ge=eɪ ^r.a.ll=æ ^r.a.ti=æ ^r.a.tin=eɪ
^r.a.va=æ ^r.a.vin=ə ^r.e.ac=ɪ ^r.e.ach=iː ^r.e.ad=iː ^r.e.arr=iː ^r.e.cen=iː ^r.e.cla=ɪ
^r.e.con=iː ^r.e.cov=ɪ ^r.e.cru=ɪ ^r.e.dee=ɪ ^r.e.di=iː ^r.e.ds=ɛ ^r.e.fug=ɛ ^r.e.ged=ɪ ^r.e.gio=iː
^r.e.gn=ɪ ^r.e.he=ɪ ^r.e.ig=eɪ ^r.e.in=iː ^r.e.lev=ɛ ^r.e.ne=ɪ ^r.e.nou=ɪ ^r.e.pli=ɛ ^r.e.pre=ɛ
^r.e.sid=ɛ ^r.e.spi=ɛ ^r.e.te=ɪ ^r.e.tir=ɪ ^r.e.tro=ɛ ^r.e.vel=ɛ ^r.e.wo=ɪ ^r.h.ap= ^r.i.ot=aɪ
^r.i.ve=ɪ ^r.o.ad=oʊ ^r.o.ge=ɑː ^r.o.ns=ɑː ^r.o.pe=oʊ ^r.o.san=ə ^r.o.sc=ɑː ^r.o.ug= ^r.o.uti=
^r.o.ve=oʊ ^r.u.the=ʌ ^s.a.bo=æ ^s.a.pp=æ ^s.a.ti=æ ^s.c.ep=k ^s.c.hed=k ^s.c.hem=k ^s.e.dim=ɛ
^s.i.gn=ɪ ^s.i.mo=aɪ ^s.o.cie=ə ^s.o.lar=oʊ ^s.o.lub=ɑː ^s.o.nn=ɑː ^s.o.urd=aʊ ^s.u.bma=ʌ ^s.u.re=ʊ
^s.u.sh=uː ^s.w.or= ^t.a.bl=eɪ ^t.a.len=æ ^t.a.ll=æ ^t.a.rr=æ ^t.a.ver=æ ^t.e.ne=ɛ ^t.h.em=ð
^t.h.eme=θ ^t.h.en=ð ^t.h.er=θ ^t.h.ere=ð ^t.h.et=ð ^t.h.om= ^t.i.an=j ^t.i.min=aɪ ^t.i.ta=aɪ
^t.o.da=ə ^t.o.ll=oʊ ^t.o.me=oʊ ^t.o.ngu=ʌ ^t.o.ra=ɔː ^t.o.rc=ɔː ^t.o.uri= ^the.o.logi=ə
^tr.o.lle=ɑː ^u.n.ne=n ^u.p.he=p ^u.r.in=ɹ,ɹ ^v.a.le=æ ^v.a.po=eɪ ^v.e.nd=ɛ ^v.e.ne=ɛ ^v.e.nu=ɛ
^v.e.ra=ə ^v.e.ri=ɛ ^v.i.le=aɪ ^v.i.ro=ɪ ^v.i.ta=aɪ ^v.o.ca=oʊ ^w.a.rd=ɔː ^y.o.ko=ɑː ^y.o.sh=ɑː
a.a.$=ɑː a.a.c=ɑː a.a.d=ɑː a.a.f=ɑː a.a.l=ɑː a.a.n=ɑː a.a.s=ɑː a.a.t=ɑː a.b.n=b a.c.d=k a.c.eo=ʃ
a.c.g=k a.c.ia= a.c.io= a.c.p=k a.d.ua=dʒ a.e.$=iː a.e.a=i a.e.b=iː a.e.c=iː a.e.d=iː a.e.f=iː
a.e.l= a.e.m=iː a.e.n=iː a.e.o=iː a.e.r=ɛ a.e.s=iː a.e.t=iː a.e.u=iː a.f.fa=f a.f.fi=f a.g.$=ɡ
a.g.d=ɡ a.g.h=ɡ a.g.ht= a.g.s=ɡ a.h.i=h a.h.r= a.h.s= a.i.$=aɪ a.i.a= a.i.c= a.i.c$=ɪ a.i.d= a.i.g=
a.i.i=aɪ a.i.k= a.i.l= a.i.m= a.i.n= a.i.p= a.i.ro=aɪ a.i.s= a.i.s$=aɪ a.i.sm=ɪ a.i.t= a.i.w=aɪ
a.i.y= a.l.f$= a.l.ka=l a.n.c$=ŋ a.n.ca=ŋ a.n.co=ŋ a.n.cr=ŋ a.n.ct=ŋ a.n.ge=n a.n.ny=n a.o.$=aʊ
a.o.n=ɑː a.o.s=aʊ a.r.$=ɹ a.r.f=ɹ a.r.g=ɹ a.r.ro=ɹ a.r.s=ɹ a.r.v=ɹ a.r.w=ɹ a.s.al=z a.s.an=z
a.s.ch=ʃ a.s.er=z a.s.g=z a.s.ia=ʒ a.s.io=ʒ a.s.m=z a.s.m$=z,ə a.s.on=z a.s.u=ʒ a.s.y$=z a.t.a=ɾ
a.t.an=t a.t.co=t a.t.ed=ɾ a.t.eg=ɾ a.t.er=ɾ a.t.i= a.t.i$=ɾ a.t.ib=ɾ a.t.ic=ɾ a.t.il=t a.t.in=ɾ
a.t.ir=ɾ a.t.is=ɾ a.t.it=ɾ a.t.iv=t a.t.iz=t a.t.o=ɾ a.t.oi=t a.t.ol=t a.t.on=t a.t.re=ɾ a.t.tl=ɾ
a.t.u=tʃ a.t.u$=ɾ a.t.us=ɾ a.u.$=aʊ a.u.b= a.u.c= a.u.d= a.u.e=aʊ a.u.f= a.u.l= a.u.m= a.u.n=
a.u.o= a.u.p= a.u.s$=aʊ a.u.v= a.u.x= a.w.e= a.w.i= a.w.y= a.y.$= a.y.a= a.y.c= a.y.da= a.y.f=
a.y.i= a.y.l= a.y.m= a.y.n= a.y.o= a.y.p= a.y.r= a.y.s= a.y.t= a.y.w= ab.e.th$=ə ab.o.lit=ə
ab.y.te=aɪ ac.a.de=ə ac.a.nt=ə ac.e.to=ɪ ac.h.ea=ʃ ac.h.ine=ʃ ac.h.io=ʃ ad.e.l$=ɛ ad.e.li= ad.e.ma=
ad.e.sh=ɛ ae.r.$$=ɹ af.e.st=ɪ af.f.ec= ag.a.th=ə ag.e.le= ag.i.le=ə ag.u.aya=j,uː agn.o.n$$=ɑː
ai.r.e$=ɹ ai.r.ed=ɹ ai.r.es=ɹ ai.r.ly=ɹ ai.r.st=ɹ ai.s.$$=z ait.i.s$$=i aiti.s.$$$$=z ak.e.la=
ak.o.ta$=oʊ al.a.ce=ɪ al.a.di=ə al.a.mo=ə al.a.nc=ə al.c.he=k al.e.n$=ə al.e.nci=ɛ al.e.on=iː
al.e.se=iː al.e.sti=ə al.e.xan=ɪ al.l.en$=ə al.o.rie=ɚ al.t.ie=ɾ al.t.y$=ɾ al.u.ed=j,uː am.a.nu=ə
am.a.teu=ə am.a.tio=eɪ am.a.tiz=ə am.e.di= am.e.nta=ɛ am.e.ra= am.i.ne=iː am.o.ng=ʌ an.a.na=æ
an.a.r$= an.a.th=æ an.c.hor=k an.c.ien=tʃ an.e.tar=ɪ an.n.a$= an.n.on=n an.n.y$= an.t.io=t
an.u.sc=j,uː an.y.s$=i ana.r.$$$=ɚ anon.y.mous=ə ap.a.ne=ə ap.o.li=ə ap.o.st=ɔː ap.o.stl=ɑː
ar.a.bia=eɪ ar.a.chu=ə ar.a.ct=ɪ ar.a.di=ə ar.a.ge=ɑː ar.a.go=ə ar.a.ma=ə ar.a.me=æ ar.a.nc=ə
ar.a.ng=ə ar.a.si=ə ar.a.te=ə ar.a.tiv=ə ar.a.to=ə ar.c.ha=k ar.e.fu= ar.e.na=iː ar.e.nt=ə
ar.e.th$=ə ar.e.we= ar.i.na$=iː ar.i.ne=iː ar.r.ed=ɹ ar.t.ic=t ar.t.icl=ɾ ar.t.in=t ar.t.ing=ɾ
ar.w.ic= as.a.nt=ə as.e.d$=t as.t.ell= ase.d.$$$= ast.e.lla=ɪ at.a.li=ə at.e.ns=ə at.e.nt=ə
at.e.rin=ɚ at.e.st=ɪ at.i.bi=ə at.o.mic=ɑː at.r.es=ɚ at.t.ern= at.u.ri=ʊ,ɹ atw.e.nty=ə au.r.$$=ɹ
au.r.s$=ɹ au.s.e$=z av.a.ti$=ɑː av.e.ry$=ɚ av.i.ne=iː av.i.ou=j av.o.re= aw.a.rd=ɔː ay.o.ut=aʊ
b.a.b=æ b.a.bl=ə b.a.by=eɪ b.a.ce=eɪ b.a.ch=ɑː b.a.d$=ɑː b.a.ge=ɪ b.a.go=eɪ b.a.h=ɑː b.a.ha=æ
b.a.i$= b.a.ks=æ b.a.l=ɔː b.a.l$=ə b.a.la=æ b.a.le=eɪ b.a.li=ə b.a.lo=ə b.a.ls=ə b.a.n$=ə b.a.ne=ə
b.a.ra=æ b.a.re=ɛ b.a.ri=ɛ b.a.ro=æ b.a.rr=æ b.a.s$=ə b.a.se=eɪ b.a.si=eɪ b.a.t=æ b.a.te=eɪ b.a.ue=
b.b.l=ə b.b.li=b b.c.$=s,iː b.e.ar=ɛ b.e.au= b.e.b=ɪ b.e.ca=ɪ b.e.co=ɪ b.e.d=ɛ b.e.d$= b.e.g=ɪ
b.e.h=ɪ b.e.i=eɪ b.e.in=iː b.e.k=ɛ b.e.li=ɪ b.e.lo=ɪ b.e.ls=ə b.e.n$=ə b.e.ni=ɪ b.e.ra=ɚ b.e.ri=ɪ
b.e.rr=ɛ b.e.ry=ɚ b.e.si=ɪ b.e.st=ɛ b.e.ta=eɪ b.e.za= b.f.$=ɛ,f b.h.o= b.h.u= b.i.$=aɪ b.i.ac=ɪ
b.i.cy=aɪ b.i.k=aɪ b.i.le=i,ə b.i.nd=aɪ b.i.ne=aɪ b.i.o=aɪ b.i.on=ɪ b.i.p=aɪ b.i.se=aɪ b.i.st=iː
b.i.u=ɪ b.l.e=ə b.l.ee=l b.l.en=l b.l.er=l b.o.ar=ɔː b.o.de=oʊ b.o.ea= b.o.g=ɑː b.o.k=ɑː b.o.ld=oʊ
b.o.le=oʊ b.o.lt=oʊ b.o.m=ɑː b.o.n=ɑː b.o.n$=ə b.o.na=ə b.o.ne=oʊ b.o.no=oʊ b.o.r$= b.o.ra=ɚ
b.o.rh= b.o.ro=ə b.o.rr=ɑː b.o.rs= b.o.s=ɑː b.o.s$=oʊ b.o.ss=ɔː b.o.u$= b.o.ud= b.o.ul=oʊ b.o.ur=
b.s.e=z b.s.en=s b.s.eq=s b.t.$=t,iː b.u.a=j,uː b.u.dg=ʌ b.u.g=ʌ b.u.i= b.u.k=ʌ b.u.l=ʊ b.u.la=j,ʊ
b.u.lb=ʌ b.u.lg=ʌ b.u.lk=ʌ b.u.ne=j,uː b.u.ni=j,uː b.u.ra=j,ʊ b.u.re=j,ʊ b.u.ri=ɛ b.u.ry=ɛ b.u.s=ʌ
b.u.s$=ə b.u.se=j,uː b.u.sh=ʊ b.u.si=ɪ b.u.t=j,uː b.u.tl=ʌ b.u.tt=ʌ b.y.e=aɪ b.y.i=ɪ b.y.r=aɪ
b.y.s$=i ba.c.h$=k ba.s.il=z bac.h.$$$= bb.i.es=ɪ bb.l.e$=l bbl.e.$$$= be.e.th=eɪ be.g.in=ɡ
be.r.lin=ɜː be.r.ma=ɚ be.r.nat=ɚ be.r.ry=ɹ be.r.ton=ɜː bi.o.me=oʊ bl.a.nd=æ bl.e.$$=l bl.e.d$=l
bl.e.s$=l bl.e.ss=ɛ bl.i.nd=aɪ bm.a.ri=ɚ br.e.as=ɛ br.e.d$=ɛ br.e.vi=iː br.o.n$=ɑː bre.a.ks$=eɪ
bs.e.qu=ɪ bst.a.nti=æ bu.c.ha=k bu.t.to=t c.a.b=æ c.a.be=eɪ c.a.bl=eɪ c.a.cy=ə c.a.d=eɪ c.a.do=ɑː
c.a.ge=eɪ c.a.go=ɑː c.a.ir=ɛ c.a.la=æ c.a.lc=æ c.a.ld=ɑː c.a.le=æ c.a.lf=æ c.a.lg=æ c.a.li=æ
c.a.ll= c.a.lo=æ c.a.lu=æ c.a.lv=æ c.a.n$=ə c.a.ne=eɪ c.a.ns=ə c.a.pa=eɪ c.a.pe=eɪ c.a.ra=æ
c.a.re=ɛ c.a.ri=æ c.a.ro=æ c.a.rr=æ c.a.ru=ɑː,ɹ c.a.ry=ɛ c.a.s$=ə c.a.sc=ə c.a.se=eɪ c.a.si=eɪ
c.a.t$=æ c.a.ta=æ c.a.tc=æ c.a.th=æ c.a.tt=æ c.a.u$= c.a.v=æ c.c.ab= c.c.as= c.c.i$=tʃ c.c.l=
c.c.le=k c.c.o= c.c.o$=k c.c.on=k c.c.oo=k c.c.r= c.c.u= c.c.up=k c.d.d=d,iː c.d.p=d,iː c.d.s=d,iː
c.e.a= c.e.al=iː c.e.as=iː c.e.c= c.e.d=t c.e.da=iː c.e.de=iː c.e.do=ɪ c.e.du=iː c.e.f= c.e.lo=ɪ
c.e.ly= c.e.m= c.e.mi=iː c.e.na=ə c.e.nc=ə c.e.ne=iː c.e.o= c.e.ra=ɚ c.e.re=ɛ c.e.ri=ɚ c.e.s=ɪ
c.e.se=iː c.e.sh= c.e.ss=ɛ c.e.st=ɛ c.e.su= c.e.t= c.h.$=tʃ c.h.a=tʃ c.h.ae= c.h.ao= c.h.b=tʃ
c.h.c=tʃ c.h.d=tʃ c.h.e=tʃ c.h.em= c.h.fi=tʃ c.h.i=tʃ c.h.ia= c.h.io= c.h.ir= c.h.it= c.h.iv=
c.h.k=tʃ c.h.le=tʃ c.h.ly=tʃ c.h.m=tʃ c.h.ne=tʃ c.h.o= c.h.om=tʃ c.h.op=tʃ c.h.ow=tʃ c.h.p=tʃ
c.h.r= c.h.s= c.h.u=tʃ c.h.ut=ʃ c.h.wo=tʃ c.h.y=tʃ c.i.$=aɪ c.i.a=ʃ c.i.at=ɪ c.i.de=aɪ c.i.e=aɪ
c.i.el=iː c.i.es=i c.i.ev=iː c.i.l$=ə c.i.o$=ɪ c.i.ol=ɪ c.i.se=aɪ c.i.te=aɪ c.i.u=ʃ c.k.$= c.k.a=
c.k.b= c.k.c= c.k.d= c.k.e= c.k.f= c.k.g= c.k.h= c.k.i= c.k.l= c.k.m= c.k.o= c.k.r= c.k.s= c.k.t=
c.k.u= c.k.v= c.k.w= c.k.y= c.l.e$=ə c.l.ed=ə c.l.es=ə c.m.$=ə,m c.o.b=ə c.o.be=oʊ c.o.ca=oʊ
c.o.ci=oʊ c.o.co=oʊ c.o.d=oʊ c.o.is=w,ɑː c.o.k=oʊ c.o.l=ə c.o.l$=ɑː c.o.la=oʊ c.o.lb=oʊ c.o.lc=ɑː
c.o.ld=oʊ c.o.le=oʊ c.o.lo=ɑː c.o.ls=ɑː c.o.lt=oʊ c.o.m$=ɑː c.o.me=ʌ c.o.mf=ʌ c.o.mi=ʌ c.o.ne=oʊ
c.o.ng=ɑː c.o.nq=ɑː c.o.op=oʊ c.o.or=oʊ c.o.p=oʊ c.o.ph=ɑː c.o.pi=ɑː c.o.py=ɑː c.o.rr= c.o.si=ə
c.o.sm=ɑː c.o.st=ɔː c.o.ti=oʊ c.o.ul=ʊ c.o.up= c.o.ur=ɔː c.o.us= c.o.v=ʌ c.o.vi=ə c.o.w=aʊ
c.p.$=p,iː c.r.e$=ɚ c.s.$=s c.t.c=t c.t.i= c.t.ic=t c.t.if=t c.t.il=t c.t.im=t c.t.in=t c.t.is=t
c.t.it=t c.t.iv=t c.t.u=tʃ c.t.v=t,iː c.u.a=j,uː c.u.b=j,uː c.u.e=j,uː c.u.it= c.u.k=ʌ c.u.l=j,ʊ
c.u.le=j,uː c.u.ll=ʌ c.u.lp=ʌ c.u.lt=ʌ c.u.m=j,uː c.u.m$=ə c.u.mb=ʌ c.u.ms=ə c.u.p=j,ʊ c.u.p$=ʌ
c.u.ps=ʌ c.u.ra=j,ʊ c.u.re=j,ʊ c.u.ri=j,ʊ c.u.s=ʌ c.u.s$=ə c.u.se=j,uː c.u.si=j,uː c.u.t=ʌ
c.u.te=j,uː c.u.ti=j,uː c.u.to=j,uː c.v.$=v,iː c.y.a=aɪ c.y.b=aɪ c.y.o=ɪ c.y.s$=i c.y.t=aɪ c.z.e=
ca.r.ri=ɹ ca.r.ry=ɹ car.a.gua=ɑː car.r.iag= car.r.ier= cat.h.eri=θ cath.e.rine= cc.a.ne=ə cc.e.nt=ə
cc.i.$$=i cc.i.de=ɪ cc.i.ne=iː cc.o.mm=ɑː cc.o.mp=ɑː cc.o.mpa=ʌ cc.o.on=uː ccur.a.te$$=ə
cd.s.$$=ɛ,s ce.a.ns=ə ce.d.$$= ce.l.le=ə ce.r.n$=ɜː ce.r.ta=ɜː ch.a.mb=eɪ ch.a.ndi=ə ch.a.ndr=ʌ
ch.a.ng=eɪ ch.a.nis=ə ch.a.nts=ə ch.a.pe=æ ch.a.rd= ch.a.ri=æ ch.e.ma=ə ch.e.str=ɪ ch.i.ldl=aɪ
ch.i.ne=iː ch.i.te=ɪ ch.o.las=ə ch.o.ls=ə ch.o.os=uː ch.u.ma=uː cha.n.gin=n cha.r.d$$=ɚ cl.a.ren=æ
cl.e.$$=l cl.e.d$=l cl.e.me=ɛ cl.e.s$=l cl.i.en=aɪ cl.i.mb=aɪ cle.a.n$$= co.m.me=m co.m.mem=
co.m.mer= co.m.mon=m co.n.ge=n co.o.pe=ɑː co.r.d$=ɹ co.r.res=ɹ co.r.ro=ɚ co.u.ntr=ʌ co.u.si=ʌ
co.u.st=uː cq.u.es= cr.a.men=ə cr.e.en= cr.e.ta=ə cr.o.bi=oʊ cr.o.ps=ɑː ct.e.ris=ɚ ct.e.riz=ɚ
ct.o.rie=ɚ ct.o.ry=ɚ ct.u.rer=ɚ cu.i.t$=ɪ cu.r.$$=ɜː cu.r.e$=ɹ cu.r.ed=ɹ cu.r.it=ɹ,ɹ cu.r.red=
d.a.de=eɪ d.a.g=ɑː d.a.ir=ɛ d.a.k=æ d.a.le=eɪ d.a.lg=æ d.a.ll=æ d.a.lr=æ d.a.m=ə d.a.ma=æ d.a.n$=ə
d.a.ne=eɪ d.a.nt=ə d.a.rd= d.a.re=ɛ d.a.ri=ɚ d.a.rr=æ d.a.ry=ɚ d.a.s=ə d.a.sh=æ d.a.to=ə d.a.wa=ə
d.b.$=b,iː d.c.s=s,iː d.d.am= d.d.e= d.d.el=d d.d.h= d.d.i= d.d.im=d d.d.l=ə d.d.r= d.d.y= d.e.ad=ɛ
d.e.af=ɛ d.e.ar=ɪ d.e.at=ɛ d.e.av=ɛ d.e.ba= d.e.bu=eɪ d.e.c=ɪ d.e.ck=ɛ d.e.co=iː d.e.cr=iː d.e.d=ɪ
d.e.di=ɛ d.e.em=iː d.e.g=ɪ d.e.i=eɪ d.e.l=ɪ d.e.l$=ə d.e.ll=ɛ d.e.lp=ɛ d.e.lt=ɛ d.e.ma=ɪ d.e.n=ə
d.e.nn=ɛ d.e.no=ɪ d.e.p=ɪ d.e.pu=ɛ d.e.ra=ɚ d.e.ri=ɚ d.e.rr=ɛ d.e.sa=ɪ d.e.sc=ɪ d.e.se=ɪ d.e.si=ɪ
d.e.sk=ɛ d.e.sp=ɪ d.e.ss=ə d.e.st=ɪ d.e.sy=ɪ d.e.t=ɪ d.e.t$=ɛ d.e.to=ɛ d.e.ut=ɔɪ d.e.v=ɪ d.e.va=ɛ
d.g.m=dʒ d.h.am= d.h.i$=h d.h.y= d.i.ab=aɪ d.i.ag=aɪ d.i.al=aɪ d.i.am=aɪ d.i.ar=aɪ d.i.at=ɪ
d.i.ch=aɪ d.i.er= d.i.et=aɪ d.i.ly=i d.i.ne=iː d.i.no=iː d.i.o=ɪ d.i.r=ɪ d.i.rt= d.i.s$=i d.i.us=ɪ
d.i.ve=aɪ d.i.za=ɪ d.l.$=ɛ,l d.l.e$=ə d.m.$=ə,m d.o.ce=oʊ d.o.co=oʊ d.o.g=ɑː d.o.gr=ə d.o.li=ə
d.o.mi=ɑː d.o.na=ɑː d.o.ne=oʊ d.o.ng=ɑː d.o.ni=oʊ d.o.nk=ɔː d.o.nn=ɑː d.o.no=ɑː d.o.nt=ɔː d.o.nu=oʊ
d.o.u= d.o.us=ə d.o.w=aʊ d.o.w$=oʊ d.o.wc=oʊ d.o.ws=oʊ d.o.z=oʊ d.r.s=ɹ d.s.a=z d.u.a=uː d.u.ca=uː
d.u.ce=uː d.u.ci=uː d.u.e=uː d.u.g=uː d.u.i=uː d.u.l=uː d.u.ll=ʌ d.u.lt=ʌ d.u.m$=ə d.u.mo=uː
d.u.ne=uː d.u.p=uː d.u.r$=j,ʊ d.u.ra=ʊ,ɹ d.u.ri=ʊ,ɹ d.u.s=ʌ d.u.s$=ə d.u.t=ʌ d.y.c=ɪ d.y.n=aɪ
d.y.s$=i da.r.d$=ɚ da.r.di=ɚ da.t.ory=t dc.s.$$=ɛ,s dd.h.a$= dd.l.e$=l dd.o.ck=ə ddl.e.$$$=
ddl.e.s$$= de.a.lin= de.a.s$=ə de.r.me=ɚ de.r.mi=ɚ de.r.se=ɚ de.r.si=ɚ de.t.er=t dequ.a.te$$=ə
der.a.te$=ə di.a.me=æ di.a.te=ə di.s.$$=z di.s.or=s di.t.ori=t diff.e.rent=ɚ din.a.te$=ə
dis.a.ble=eɪ dl.e.$$=l dl.e.s$=l do.n.ne=n do.r.$$=ɹ do.s.e$=s dr.e.$$=eɪ dr.e.d$=ɪ dr.o.be=oʊ
dr.o.ws=aʊ du.r.$$=ɹ dv.a.nt=æ dv.e.nti=ə e.a.c= e.a.ct=æ e.a.d= e.a.f= e.a.g= e.a.h= e.a.k=
e.a.kd=eɪ e.a.l= e.a.li=ə e.a.m= e.a.n= e.a.n$=ə e.a.nd=æ e.a.p= e.a.pp=æ e.a.r= e.a.rt=ɑː e.a.s=
e.a.t= e.a.tr=ə e.a.u= e.a.u$=oʊ e.a.v= e.a.x=ə e.a.z= e.b.t= e.c.c= e.c.d=k e.c.h=k e.c.h$=
e.c.he= e.c.hw= e.c.ia= e.d.gr=d e.d.ul=dʒ e.d.ur=dʒ e.e.$=iː e.e.b=iː e.e.c=iː e.e.d=iː e.e.f=iː
e.e.g=iː e.e.h=iː e.e.i=iː e.e.l=iː e.e.m=iː e.e.n=iː e.e.nh= e.e.nl= e.e.p=iː e.e.r=ɪ e.e.s=iː
e.e.t=iː e.e.v=iː e.e.w=iː e.e.z=iː e.g.$=ɡ e.g.h=ɡ e.g.s=ɡ e.h.i=h e.h.r= e.i.$= e.i.a=aɪ e.i.b=
e.i.c=aɪ e.i.d= e.i.g= e.i.l=iː e.i.le= e.i.m=aɪ e.i.n=aɪ e.i.ng=ɪ e.i.ra=i,ə e.i.s= e.i.se=aɪ
e.i.ss=aɪ e.i.t= e.i.th=iː e.i.v=iː e.i.z=iː e.l.k=l e.n.cl=ŋ e.n.co=ŋ e.n.cr=ŋ e.n.ge=n e.n.gi=n
e.n.no=n e.o.c=oʊ e.o.d=oʊ e.o.f= e.o.la=oʊ e.o.m=ɑː e.o.nt=oʊ e.o.p= e.o.ph=oʊ e.o.po=ə e.o.re=ə
e.o.t=oʊ e.o.u=ə e.p.m=p,ə e.p.n=p e.r.b=ɜː e.r.bo=ɚ e.r.br=ɚ e.r.c=ɚ e.r.ci=ɜː e.r.cy=ɜː e.r.d=ɚ
e.r.d$=ɜː e.r.di=ɜː e.r.ed=ɚ e.r.go=ɚ e.r.gr=ɚ e.r.gy=ɚ e.r.h=ɚ e.r.j=ɚ e.r.k=ɜː e.r.l=ɚ e.r.m=ɜː
e.r.n=ɚ e.r.na=ɜː e.r.ns=ɜː e.r.p=ɚ e.r.pr=ɜː e.r.ru=ɚ e.r.sa=ɜː e.r.se=ɜː e.r.si=ɜː e.r.t=ɚ
e.r.te=ɜː e.r.th=ɜː e.r.ti=ɜː e.r.vi=ɚ e.r.z=ɜː e.s.d=z e.s.e=z e.s.ea=s e.s.ee=s e.s.et=s e.s.ia=ʒ
e.s.ig=z e.s.ir=z e.s.ol=z e.s.or=z e.s.u=z e.s.ud=s e.s.ur=s e.s.us=s e.t.a$=ɾ e.t.al=ɾ e.t.am=ɾ
e.t.ap=ɾ e.t.ca=t e.t.ed=ɾ e.t.eg=ɾ e.t.eo=ɾ e.t.er=ɾ e.t.i=ɾ e.t.ia= e.t.im=t e.t.io= e.t.ir=t
e.t.it=t e.t.oe=ɾ e.t.or=ɾ e.t.re=ɾ e.t.sc= e.t.tl=ɾ e.t.ua=tʃ e.t.y=t e.u.b=j,uː e.u.c=j,uː
e.u.d=j,uː e.u.do=uː e.u.e=j,uː e.u.g=j,uː e.u.l=j,uː e.u.m=ə e.u.ma=uː e.u.n=j,uː e.u.ph=j,uː
e.u.r=j,ʊ e.u.r$=ʊ e.u.rs=ʊ e.u.s=ə e.u.se=j,uː e.u.t=uː e.u.ts= e.w.a$=j,uː e.w.an= e.w.e=
e.w.ee=w e.w.el=w e.w.i= e.x.a=ɡ,z e.x.em=ɡ,z e.x.il=ɡ,z e.x.is=ɡ,z e.x.o=ɡ,z e.y.c= e.y.el=aɪ
e.y.i= e.y.l= e.y.n= e.y.r= e.y.s=i ea.g.er=ɡ ea.p.pl=p ea.r.ch=ɜː ea.r.d$=ɜː ea.r.l$=ɜː ea.r.li=ɜː
ea.r.ls=ɜː ea.r.n$=ɜː ea.r.ned=ɜː ea.r.ni=ɜː ea.r.ns=ɜː ea.r.ra=ɚ ea.r.th=ɜː ea.s.ie=z ea.u.$$=
ec.a.ll=ɔː ec.e.den=ɪ ec.e.nt=ə ec.e.ssa=ɪ ec.h.an= ec.i.es=iː ec.o.ra=ɚ ec.o.ur= ec.t.icu=ɾ
ed.d.ie=d ed.e.st=ɛ ee.r.$$=ɹ ee.r.ed=ɹ ee.r.ho=ɹ ee.r.s$=ɹ ee.t.ho=t ef.i.nin=aɪ eg.a.ll=ə
eg.a.tiv=ə eh.a.ll=ɔː ei.c.h$=k ei.s.$$=z eic.h.$$$= el.a.tiv=ə el.e.bri=ɛ el.e.gr=ɪ el.e.n$=ə
el.e.ta=ɪ el.e.vi=ɪ el.i.te=aɪ el.o.pe=ə el.o.qu=ə em.a.de=eɪ em.o.nia=oʊ em.o.ra=ɚ en.a.bl=eɪ
en.a.da=ɑː en.a.ge=eɪ en.e.si=ɪ en.n.ar= en.n.edy= en.o.men=ɑː en.t.iat=ʃ en.t.ien= ent.i.ne$=aɪ
ep.a.ra=ɚ ep.o.si=ɑː er.a.nc=ə er.a.ni=eɪ er.a.pi=ə er.a.tel=ə er.a.tiv=ə er.c.hi= er.e.nt$=ə
er.e.ss=ə er.g.er=ɡ er.i.al=i er.i.en=ɪ er.i.me=ɪ er.i.o$=i er.i.or$=i er.i.va=ɪ er.o.dr=oʊ
er.r.ib= er.r.it= er.r.ori=ɚ er.t.is=t ern.a.tio=æ es.i.den=ɪ es.i.gna=ɪ es.i.re=aɪ es.s.ag=
es.s.ia= es.s.ina= es.t.ler= est.a.n$$=ɑː et.a.ll=æ et.a.ph=ə et.e.rio=i,ə et.r.es=ɚ et.t.ler=t
eta.r.$$$=ɚ eu.r.$$=ɹ eu.r.ops=ɹ eu.r.oto=ɹ eu.s.er=s ev.a.nc=ə ev.a.st=ɪ ev.e.lat=ɪ ev.e.ni=
ev.e.nt=ə ev.e.nt$=ɛ ev.e.nts=ɛ ev.e.ntu=ɛ ev.i.ce=aɪ ev.o.lu=ə ew.a.rd=ɔː ew.e.st=ɪ expl.a.nati=ə
f.a.b=æ f.a.bl=eɪ f.a.ce=eɪ f.a.ci=ə f.a.de=eɪ f.a.i=ɛ f.a.il=eɪ f.a.in=eɪ f.a.it=eɪ f.a.l=ɔː
f.a.lc=æ f.a.me=eɪ f.a.ra=æ f.a.re=ɛ f.a.ri=ɑː,ɹ f.a.rr=æ f.a.t=æ f.a.ta=eɪ f.a.te=eɪ f.a.th=ɑː
f.c.$=s,iː f.e.ar=ɪ f.e.d=ɛ f.e.d$=t f.e.l$=ə f.e.ma=iː f.e.ri=ɚ f.e.s=ɛ f.e.v=iː f.f.ai= f.f.en=
f.f.il= f.f.ir= f.f.u= f.g.h=ɡ f.i.be=aɪ f.i.e=aɪ f.i.el=iː f.i.gh=aɪ f.i.le=aɪ f.i.na=aɪ f.i.nd=aɪ
f.i.ne=aɪ f.i.r=aɪ f.i.rm= f.i.rs= f.i.v=aɪ f.l.$=ɛ,l f.l.e$=ə f.l.es=ə f.o.c=oʊ f.o.g=ɑː f.o.l=oʊ
f.o.ll=ɑː f.o.n=ɑː f.o.nt=ɔː f.o.r$= f.o.rd= f.o.s=ɑː f.o.u=ɔː f.o.un=aʊ f.o.w=aʊ f.s.$=s f.t.en=
f.t.y=t f.u.ci=j,uː f.u.e=j,uː f.u.g=j,uː f.u.l=ə f.u.lb=ʊ f.u.ll= f.u.m=j,uː f.u.ne=j,uː
f.u.ri=j,ʊ f.u.ru=j,ʊ f.u.ry=j,ʊ f.u.s=j,uː f.u.t=j,uː f.y.$=aɪ fa.s.cis=ʃ fe.d.$$= fe.r.rin=ɜː
fe.s.$$=s ff.e.rer=ɚ ff.l.ed=ə ff.o.rt= ff.y.$$=i fi.n.ge=ŋ fl.a.ge=ɑː fl.a.gel=eɪ fl.e.$$=l
fl.e.d$=l fl.e.s$=l fl.e.sh=ɛ fl.o.ps=ɑː fl.o.res=ɚ fl.o.we=aʊ fl.y.$$=aɪ fo.o.d$=uː fo.o.t$=ʊ
fo.o.th=ʊ fo.r.get=ɚ fo.r.gi=ɚ fo.r.got=ɚ fo.r.re=ɹ fo.r.t$=ɚ fo.r.ta= fo.s.si=s fo.u.ra= fr.a.st=ə
fr.a.te=ə fr.e.ak=iː fr.e.de=ɛ fr.e.nc=ɛ fr.e.qu=iː fr.i.da=aɪ fr.i.en= fr.o.st=ɔː fu.c.ia=ʃ
fu.r.$$=ɜː fu.s.e$=z fu.s.el=z fu.s.es=z g.a.c=ə g.a.de=eɪ g.a.el=eɪ g.a.g=eɪ g.a.la=æ g.a.le=eɪ
g.a.ll=æ g.a.lt=ɔː g.a.lv=æ g.a.m=eɪ g.a.mb=æ g.a.mo=ə g.a.my=æ g.a.n=ə g.a.nd=æ g.a.ng=æ g.a.r$=
g.a.ra=ɚ g.a.ri=ɑː,ɹ g.a.rr=æ g.a.ry=ɚ g.a.s$=ə g.a.sa=ə g.a.th=æ g.a.ts=æ g.a.tt=æ g.a.ug=eɪ
g.a.w=ɑː g.a.z=ə g.a.za=ɑː g.b.$=b,iː g.e.a= g.e.ar=ɪ g.e.br=ɪ g.e.f=ɛ g.e.g= g.e.l=ə g.e.ld=ɛ
g.e.li=ɪ g.e.ll= g.e.lo=iː g.e.m= g.e.m$=ə g.e.n=ə g.e.ne=ɛ g.e.ni=ɛ g.e.nr= g.e.ns=ɛ g.e.nu=ɛ
g.e.ny=ɛ g.e.o= g.e.oc=iː g.e.od=iː g.e.of=ɛ g.e.og=ɪ g.e.ol=ɪ g.e.om=iː g.e.op=iː g.e.ra=ɚ
g.e.ri=ɚ g.e.ro=ɚ g.e.s=ɪ g.e.sc=ɛ g.e.ss=ɛ g.e.st=ɛ g.e.t=ɪ g.e.th=ɛ g.e.tt=ɛ g.e.vi= g.g.$=ɡ
g.g.e=ɡ g.g.e$= g.g.es=dʒ g.g.i=ɡ g.g.s=ɡ g.g.y=ɡ g.h.a= g.h.e= g.h.o= g.h.or=h g.h.s= g.h.u=
g.i.a= g.i.at=i g.i.bi=ə g.i.bl=ə g.i.er=ɪ g.i.no=iː g.i.o= g.i.o$=ɪ g.i.os=ɪ g.i.se=aɪ g.i.u=ɪ
g.l.e=ə g.l.en=l g.l.er=l g.l.ey=l g.o.g=ɑː g.o.i=oʊ g.o.l=oʊ g.o.lf=ɑː g.o.m=ɑː g.o.me=oʊ g.o.od=ʊ
g.o.r$= g.o.ri=ɚ g.o.ro=ɚ g.o.ry=ɚ g.o.s=ɑː g.o.s$=oʊ g.o.ti=oʊ g.o.ur=ʊ g.o.v=ʌ g.o.w=aʊ
g.t.$=t,iː g.u.a$=j,uː g.u.ar= g.u.b=j,uː g.u.i= g.u.ir=w g.u.is=w g.u.l=j,ʊ g.u.lb=ʌ g.u.lf=ʌ
g.u.ll=ʌ g.u.me=j,uː g.u.p=ʊ g.u.r=j,ʊ g.u.re=j g.u.s=ə g.u.st=ʌ g.u.t=ʌ g.u.te=j,uː g.y.r=aɪ
ga.r.$$=ɚ ga.t.ory=t ge.a.nt=ə ge.t.ab=ɾ gg.a.ge=ɪ gg.i.es=ɪ gi.a.te=ə gl.a.de=ə gl.e.$$=l
gl.e.d$=l gl.e.s$=l gm.e.nta=ɛ gn.o.n$=j,ɑː go.o.dl= gr.a.phe=ə gr.a.phy=ə gr.a.vin=eɪ gr.e.at=
gr.e.di=iː gr.e.et=iː gr.e.na=ɛ gr.e.ssm=ə gr.o.ce=oʊ gr.o.ss=oʊ gr.o.ve=oʊ gr.o.wn=oʊ gu.i.se=aɪ
gu.r.ia=ɹ,ɹ gur.u.$$$=ɹ,uː h.a.bi=æ h.a.bo=æ h.a.de=eɪ h.a.el=ə h.a.fe=eɪ h.a.ge=ɪ h.a.h=ɑː h.a.i$=
h.a.ir=ɛ h.a.l=æ h.a.l$=ə h.a.la=ɑː h.a.le=eɪ h.a.lk=ɔː h.a.lo=eɪ h.a.lt=ɔː h.a.ma=ɑː h.a.me=eɪ
h.a.na=ɑː h.a.ne=eɪ h.a.ny=ə h.a.o=eɪ h.a.pe=eɪ h.a.ra=æ h.a.re=ɛ h.a.ri=ɑː,ɹ h.a.ro=æ h.a.rr=æ
h.a.ry=ɑː,ɹ h.a.s$=ə h.a.se=eɪ h.a.t=æ h.a.te=eɪ h.a.va=æ h.a.wa=æ h.a.ze=eɪ h.d.$=d,iː h.d.s=d,iː
h.e.a=ɛ h.e.a$=i h.e.ap=iː h.e.ar= h.e.as=iː h.e.at=iː h.e.d=t h.e.de=ɪ h.e.dg=ɛ h.e.dr=iː h.e.ds=ɛ
h.e.du=ɛ h.e.ep=iː h.e.f=ɛ h.e.id=eɪ h.e.ir=ɛ h.e.is=ɪ h.e.k=ɛ h.e.l$=ə h.e.lo=ə h.e.ma=ɪ h.e.me=iː
h.e.mo=iː h.e.n$=ə h.e.ni=iː h.e.o=i h.e.od=iː h.e.ol=iː h.e.on=ɪ h.e.ra=ɛ h.e.re=ɪ h.e.ri=ɛ
h.e.ro=ɛ h.e.rr=ɛ h.e.ru=ɛ h.e.ry=ɚ h.e.s=ɪ h.e.se=iː h.e.sh=ɛ h.e.si=ə h.e.ss=ɛ h.e.st=ɛ h.e.t$=ɪ
h.e.y=eɪ h.i.at=ɪ h.i.be=aɪ h.i.cl=i,ə h.i.de=aɪ h.i.e=iː h.i.e$=i h.i.er=aɪ h.i.es=i h.i.g=aɪ
h.i.ga=ɪ h.i.ke=aɪ h.i.le=aɪ h.i.me=aɪ h.i.na=aɪ h.i.ne=aɪ h.i.ni=iː h.i.o=ɪ h.i.on= h.i.pe=aɪ
h.i.r$=ɪ h.i.ra=aɪ h.i.ro=aɪ h.i.te=aɪ h.i.ti=aɪ h.i.ve=aɪ h.l.$=ɛ,l h.m.m=ə h.n.n=n h.o.d=ə
h.o.de=oʊ h.o.dg=ɑː h.o.es=uː h.o.fe=oʊ h.o.g=ɑː h.o.k=oʊ h.o.ld=oʊ h.o.le=oʊ h.o.lm=oʊ h.o.lt=oʊ
h.o.m=oʊ h.o.mp=ɑː h.o.n=ɑː h.o.ne=oʊ h.o.ny=ə h.o.ok=ʊ h.o.ol=uː h.o.pe=oʊ h.o.pi=oʊ h.o.pr=ə
h.o.ro=ʌ h.o.sl=ə h.o.sp=ɑː h.o.te=oʊ h.o.to=oʊ h.o.u$= h.o.ug=ɔː h.o.ul=oʊ h.o.w=aʊ h.o.wi=oʊ
h.o.wm=oʊ h.o.wn=oʊ h.t.c=t h.t.ed=ɾ h.t.er=ɾ h.t.h=t h.t.ha= h.t.i=ɾ h.u.a=j,uː h.u.be=j,uː
h.u.d=ʌ h.u.e=j,uː h.u.g=j,uː h.u.k=ʌ h.u.m=j,uː h.u.mb=ʌ h.u.mm=ʌ h.u.ri=j,ʊ h.u.s=ʌ h.u.s$=ə
h.u.se=uː h.u.si=uː h.u.t=ʌ h.u.te=uː h.y.b=ɪ h.y.br=aɪ h.y.gi=aɪ h.y.le=aɪ h.y.m=aɪ h.y.mn=ɪ
h.y.p=aɪ h.y.to=aɪ ha.d.di= ha.g.en=ɡ ha.n.na=n hd.s.$$=ɛ,s he.a.tri=æ he.d.$$= he.i.gh=aɪ
he.i.sm=ɪ he.o.do=ə he.o.ri=ə he.r.cu=ɜː he.r.la=ɜː he.r.tz=ɜː he.s.es=s he.s.it=z he.w.$$=j,uː
he.w.s$=j,uː hel.e.ss$=ɛ hes.e.s$$=iː hi.e.ro=ɚ hi.p.po=p hi.s.$$=z hl.e.ti=ɛ ho.o.k$= ho.o.ke=
ho.r.d$=ɹ hosl.o.vaki=ə hr.e.at=ɛ hr.i.st$=aɪ hr.o.mo=oʊ hr.o.pi=ə hr.o.ug= hr.o.wn=oʊ hro.u.gh$=uː
hst.a.n$$=ɑː ht.e.ns=ə ht.h.ou=h hu.a.ni=eɪ hu.r.in=ɹ,ɹ i.a.ce=eɪ i.a.g=ə i.a.ge= i.a.m=ə i.a.n=ə
i.a.na=ɑː i.a.ng=æ i.a.nn=æ i.a.o=ə i.a.r=ɚ i.a.r$= i.a.rc=ɑː i.a.s=ə i.a.st=æ i.a.t$=æ i.a.ta=ɑː
i.a.th=ə i.a.tr=æ i.a.tu= i.c.c= i.c.ho=k i.c.hr=k i.c.ia= i.c.ie= i.c.io= i.c.iu= i.d.d= i.d.dl=d
i.d.ua=dʒ i.e.b= i.e.c= i.e.f= i.e.g= i.e.j= i.e.l= i.e.m= i.e.n=ə i.e.nd=ɛ i.e.p= i.e.ra=ɚ
i.e.rr=ɛ i.e.ry=ɚ i.e.sc=ɛ i.e.st=ɪ i.e.t=ə i.e.v= i.f.f=f i.f.f$= i.g.$=ɡ i.g.ha=ɡ i.g.n= i.g.na=ɡ
i.g.ni=ɡ i.g.s=ɡ i.i.$=aɪ i.i.s=aɪ i.j.l=eɪ i.l.k=l i.l.lu=l i.n.c=ŋ i.n.ce=n i.n.ch=n i.n.ci=n
i.n.ge=n i.n.no=n i.n.ns=n i.o.c=oʊ i.o.g=ɑː i.o.ge=oʊ i.o.l=ə i.o.lo=ɑː i.o.m=ɑː i.o.nn=ɑː
i.o.pa=ə i.o.pi=oʊ i.o.r= i.o.ri=ɔː i.o.sk=ɑː i.o.t=ə i.o.ti=ɑː i.o.u=ə i.o.ur= i.o.v=ɑː i.r.$=ɹ
i.r.b$=ɜː i.r.c=ɜː i.r.cr=ɹ i.r.d=ɜː i.r.dr=ɹ i.r.e=ɚ i.r.ec=ɹ i.r.ei=ɹ i.r.er=ɹ i.r.f=ɹ i.r.k=ɜː
i.r.l=ɜː i.r.li=ɹ i.r.m=ɜː i.r.on=ɚ i.r.ro=ɹ i.r.s=ɹ i.r.st=ɜː i.r.t=ɜː i.r.w=ɹ i.s.$=s i.s.as=z
i.s.at=z i.s.e=z i.s.el=s i.s.i=z i.s.i$=s i.s.io=ʒ i.s.is=s i.s.m=z,ə i.s.ma=s i.s.mi=s i.s.mu=s
i.s.or=z i.s.ua=ʒ i.t.a$=ɾ i.t.ab=ɾ i.t.ad=ɾ i.t.al=ɾ i.t.am=ɾ i.t.as=ɾ i.t.ca=t i.t.ed=ɾ i.t.em=ɾ
i.t.er=ɾ i.t.i=ɾ i.t.ia= i.t.io= i.t.iu= i.t.iv=t i.t.le=ɾ i.t.o=ɾ i.t.on=t i.t.re=ɾ i.t.sc=
i.t.tl=ɾ i.t.ua=tʃ i.t.ue=tʃ i.t.ul=tʃ i.t.um=ɾ i.t.ur=tʃ i.t.us=ɾ i.u.m=ə i.u.mp=ʌ i.u.s=ə
i.y.e=aɪ ia.o.$$=oʊ ic.a.na=ɑː ic.a.nt=ə ic.a.ra=ə ic.a.tiv=ə ic.c.om=k ic.e.ns=ə ic.e.nt=ə
ic.i.en=ʃ ic.k.le=ə ic.y.cl=ɪ id.a.nc=ə id.d.en=d id.d.er=d id.e.al=i id.e.as=i id.e.li= id.e.nta=ɛ
id.e.nti=ɛ id.i.ar=j ie.r.ce=ɹ ie.r.ed=ɹ ie.r.s$=ɹ ie.t.y$=ɾ ie.w.$$=j,uː ie.w.ed=j,uː ie.w.er=j,uː
ie.w.s$=j,uː iefl.y.$$$$=i if.e.ra=ɚ if.e.ti= if.f.er= if.f.ic= ig.a.me=ə ig.e.ri=i,ə ig.u.ra=j,ɚ
igr.a.nt$=ə ikip.e.dia$=iː il.a.de=ə il.i.ne=ɪ im.a.te=ə im.a.ted=eɪ im.e.li= im.e.ns$=ə im.e.nta=ɛ
im.e.st= im.e.tr=iː im.i.te=ɪ im.m.en=m im.u.lt=ə in.a.de=æ in.a.lit=æ in.a.nc=æ in.a.to=eɪ
in.a.vi=eɪ in.e.er=ɪ in.e.nta=ɛ in.e.ti= in.g.er=ɡ in.g.in= in.i.te=ə in.n.eso= in.n.is=
int.e.rfe=ə iogr.a.phie=ə ip.a.nt=ə ip.o.tl=oʊ iq.u.es= ir.e.la= ir.e.le= ir.e.ll= ir.e.me=
ir.o.pr=ə is.i.an=ɪ is.i.ne=iː is.i.te=ɪ is.s.al= is.s.iss= is.t.en$= is.t.ene= ish.o.p$$=ə
ish.o.ps$=ə it.a.in=ə it.a.liz=ə it.e.ri=i,ə it.i.ze=ɪ it.r.es$=ɚ ita.t.ive=ɾ itl.e.d$$=l
iv.a.tiv=ə iv.e.ry=ɚ iv.i.an=ɪ iv.i.de=aɪ iy.a.ma=ɑː iz.o.n$=ə j.a.b=æ j.a.ha=æ j.a.me=eɪ j.a.mi=ə
j.a.n$=ə j.a.ne=eɪ j.a.ra=ɑː,ɹ j.a.v=æ j.e.f=ɛ j.e.ri=ɛ j.e.s=ɛ j.e.w=uː j.i.a=j j.m.$=ɛ,m j.o.h=ɑː
j.o.ha=oʊ j.o.k=oʊ j.o.l=oʊ j.o.n=ɑː j.o.ne=oʊ j.o.r$= j.o.sh=ɑː j.o.u= j.r.$=ɑː,ɹ j.u.b=uː
j.u.dg=ʌ j.u.g=uː j.u.l=uː j.u.ni=uː j.u.r=ʊ,ɹ j.u.ro=j,ʊ j.u.s=ʌ j.u.t=uː je.n.ni=n ji.a.ng=ɑː
ji.l.ly=l k.a.de=eɪ k.a.g=ɪ k.a.h=ɑː k.a.i= k.a.k=æ k.a.mo=ə k.a.n$=ə k.a.ne=eɪ k.a.ra=æ k.a.re=ɛ
k.a.ri=ɑː,ɹ k.a.s$=ə k.a.t=æ k.a.te=eɪ k.a.v=æ k.a.w=ɑː k.a.ya=ɑː k.e.b= k.e.d=t k.e.i=eɪ k.e.l$=ə
k.e.ly= k.e.n=ə k.e.nd=ɛ k.e.nn=ɛ k.e.ns=ɛ k.e.nt=ɛ k.e.ny=ɛ k.e.ra=ɛ k.e.ri=ɚ k.e.ru=ɚ k.e.ry=ɚ
k.e.st=ɪ k.e.t=ɪ k.e.tc=ɛ k.e.yb=iː k.g.$=ɡ k.h.a= k.i.nd=aɪ k.i.o=iː k.i.p=i k.i.p$=ɪ k.i.s$=i
k.i.te=aɪ k.l.e$=ə k.o.ba=oʊ k.o.k=oʊ k.o.la=ə k.o.n=ɑː k.o.n$=ə k.o.re=ɚ k.o.ss=ɑː k.o.ur=
k.o.v$=ɑː k.o.w=aʊ k.s.$=s k.u.c=uː k.u.dr=ʌ k.u.e=j,uː k.u.m=j,uː k.u.ro=j,ʊ k.u.ru=j,ʊ k.u.s=ʌ
k.u.s$=ə k.y.i=ɪ k.y.o=aɪ k.y.s=aɪ ka.r.d$=ɚ ka.t.ie=ɾ ka.y.a$=j ke.d.$$= ke.n.na=n ke.n.ne=n
ke.r.ne=ɜː ke.s.$$=s ki.s.$$=z kl.e.$$=l l.a.b=æ l.a.be=eɪ l.a.bl=ə l.a.ce=eɪ l.a.ci=eɪ l.a.da=ə
l.a.de=eɪ l.a.ge=ɪ l.a.i$= l.a.ir=ɛ l.a.ka=ə l.a.ma=ə l.a.me=eɪ l.a.mi=ɑː l.a.nd=ə l.a.ne=eɪ l.a.r=
l.a.ra=ɑː,ɹ l.a.rd=ɑː l.a.re=ɛ l.a.rg=ɑː l.a.ri=æ l.a.rk=ɑː l.a.rm=ɑː l.a.ro=æ l.a.rv=ɑː l.a.ry=ɚ
l.a.s$=ə l.a.sa=ə l.a.se=eɪ l.a.si=eɪ l.a.t$=æ l.a.tf=æ l.a.th=æ l.a.tt=æ l.a.tv=æ l.a.u$= l.a.ug=æ
l.a.v=æ l.a.ve=eɪ l.a.vo=eɪ l.a.wy= l.a.z=eɪ l.a.za=ɑː l.d.ie=dʒ l.e.ar=ɪ l.e.br=ə l.e.ca=ɪ
l.e.dg=ɪ l.e.do=ɪ l.e.ft=ɛ l.e.ga=ɪ l.e.ge=ɪ l.e.is=ɛ l.e.k=ɛ l.e.m$=ə l.e.ma=l l.e.me=ɪ l.e.my=
l.e.n$= l.e.na=iː l.e.nc=ə l.e.ne=iː l.e.nt=ə l.e.on=i l.e.ph=ɪ l.e.ra=ɚ l.e.ri=ɚ l.e.ry=ɚ l.e.sc=ɪ
l.e.si=iː l.e.sp=l l.e.ss=ə l.e.t$=ɪ l.e.ta= l.e.te=iː l.e.ti=iː l.e.to=l l.e.ts=ɪ l.e.um=iː
l.e.us=ɪ l.e.va=ɪ l.e.w=uː l.e.wo=l l.g.h=ɡ l.i.ab=aɪ l.i.am=j l.i.at=ɪ l.i.ce=aɪ l.i.de=aɪ
l.i.ec=ɪ l.i.ed=aɪ l.i.ef=iː l.i.es=aɪ l.i.eu= l.i.ev=iː l.i.fe=aɪ l.i.g=aɪ l.i.ga=ɪ l.i.ge=ɪ
l.i.gi=ɪ l.i.gr=ɪ l.i.gu=ɪ l.i.k=aɪ l.i.ko=ɪ l.i.la=iː l.i.ma=aɪ l.i.ne=aɪ l.i.o=ɪ l.i.on=i
l.i.s$=i l.i.se=aɪ l.i.to=iː l.i.tr=iː l.i.us=ɪ l.i.za=ɪ l.i.zz=ɪ l.j.u=j l.l.us=ə l.o.ba=oʊ
l.o.be=oʊ l.o.bi=oʊ l.o.bo=oʊ l.o.ca=oʊ l.o.co=oʊ l.o.cu=oʊ l.o.de=oʊ l.o.g$=ɑː l.o.ga=ɑː l.o.gg=ɑː
l.o.gi=ɑː l.o.gu=ɑː l.o.mb=ɑː l.o.n=ɔː l.o.n$=ə l.o.nd=ɑː l.o.ne=oʊ l.o.ni=ə l.o.ns=ɑː l.o.ny=ə
l.o.p=ə l.o.pe=oʊ l.o.pp=ɑː l.o.r$= l.o.rs= l.o.sh=ɑː l.o.so=ɑː l.o.sp=ə l.o.ss=ɔː l.o.te=oʊ
l.o.th=oʊ l.o.u= l.o.uc=ɑː l.o.ud=aʊ l.o.un=aʊ l.o.us=aʊ l.o.v=ʌ l.o.wa=aʊ l.r.$=ɑː,ɹ l.s.io=ʃ
l.t.u=tʃ l.t.y=t l.u.a=j,uː l.u.be=uː l.u.c=uː l.u.ck=ʌ l.u.ct=ʌ l.u.dg=ʌ l.u.dw=ʌ l.u.e=uː l.u.g=ʌ
l.u.i=uː l.u.l=uː l.u.la=j,ʊ l.u.ll=ʌ l.u.m$=ə l.u.me=uː l.u.mi=uː l.u.na=uː l.u.nt=ə l.u.o=ʊ,ɹ
l.u.re=ɪ l.u.s=ʌ l.u.s$=ə l.u.si=uː l.u.t=uː l.u.tt=ʌ l.y.e=aɪ l.y.o=ɪ l.y.on=aɪ l.y.s$=i l.y.si=ə
l.y.z=aɪ la.r.$$=ɚ la.r.ly=ɚ la.r.s$=ɚ la.r.sh=ɚ la.s.ag=z la.t.in$=t la.t.ino=t lb.a.ni=eɪ
lc.a.no=eɪ lc.o.ho=ə le.g.ge=ɡ le.i.gh=iː le.x.is=k,s lf.i.de=aɪ lf.o.ur= lg.a.ria=ɛ lg.o.od=
li.c.h$=k li.n.ger=ŋ li.s.$$=z li.s.ab=z lib.e.ria=i,ə lic.h.$$$= lim.e.ter=iː ll.a.n$=ə ll.a.nt=ə
ll.e.gal=iː ll.e.ged=ɛ ll.e.gi=iː ll.e.go=ɪ ll.e.ng=ɪ ll.e.st=ɪ ll.e.tt$=ɪ ll.i.anc=aɪ ll.i.ce=ɪ
ll.i.ni=iː ll.o.cat=ə ll.o.ck=ə ll.o.way=ə ll.u.m$= ll.u.s$= ll.u.st= lle.y.s$$=ɪ lm.o.na=ə
lo.o.d$=ʌ lo.o.ds=ʌ lo.r.d$=ɹ lo.r.ed=ɹ lo.s.e$=s lo.u.ghb=ʌ lo.u.ng= lo.u.ri=ɜː lr.o.ad=oʊ
lt.a.r$= lt.e.ri=ɚ lta.r.$$$=ɚ lu.s.ia=ʒ lv.a.ni=eɪ lv.e.nt=ə m.a.ch=ə m.a.cl=ə m.a.cm=ə m.a.cy=eɪ
m.a.el=eɪ m.a.ge=ɪ m.a.gu=ə m.a.h=æ m.a.h$=ə m.a.i$= m.a.jo=eɪ m.a.lc=æ m.a.ld=æ m.a.le=eɪ m.a.lf=æ
m.a.ll=ɔː m.a.lt=ɔː m.a.lu=æ m.a.n=ə m.a.na=æ m.a.nd=æ m.a.ng=æ m.a.ni=æ m.a.nk=æ m.a.nl=æ m.a.no=æ
m.a.nt=æ m.a.nu=æ m.a.nz=æ m.a.pl=eɪ m.a.r$= m.a.ra=æ m.a.re=ɛ m.a.ri=æ m.a.ro=æ m.a.rr=æ
m.a.ru=ɑː,ɹ m.a.ry=ɛ m.a.s$=ə m.a.se=eɪ m.a.so=eɪ m.a.t=æ m.a.ta=ɑː m.a.te=eɪ m.a.to=ə m.a.tr=eɪ
m.a.tu=ə m.a.v=æ m.a.ya= m.a.z=eɪ m.a.zo=ə m.b.$= m.b.d= m.b.e$= m.b.s= m.c.a=ə,k m.c.c=ə m.c.d=ə,k
m.c.k=ə m.c.l=ə,k m.c.m=ə,k m.d.$=d,iː m.e.ad=ɛ m.e.as=ɛ m.e.di=ɛ m.e.dy=ə m.e.i=eɪ m.e.li=iː
m.e.ly= m.e.n=ə m.e.n$=ɛ m.e.nc=ɛ m.e.nd=ɛ m.e.ne=ɛ m.e.ni=iː m.e.no=ɛ m.e.ns=ɛ m.e.op=iː m.e.pl=
m.e.ra=ɚ m.e.re=ɪ m.e.ri=ɛ m.e.ro=ɚ m.e.rr=ɛ m.e.ry=ɚ m.e.se=iː m.e.so=ɛ m.e.ss=ɛ m.e.st=ɛ m.e.t$=ɪ
m.e.te=ɪ m.e.ts=ɪ m.f.$=ɛ,f m.i.al=ɪ m.i.cr=aɪ m.i.er=ɪ m.i.gh=aɪ m.i.ke=aɪ m.i.ld=aɪ m.i.le=aɪ
m.i.nd=aɪ m.i.o=ɪ m.i.r=ɪ m.i.s$=i m.i.te=aɪ m.i.to=aɪ m.i.za=ɪ m.l.$=ɛ,l m.m.en= m.n.$= m.n.ed=
m.n.s= m.o.b=oʊ m.o.c=ə m.o.i=w,ɑː m.o.k=oʊ m.o.la=oʊ m.o.ld=oʊ m.o.ly=ə m.o.m=oʊ m.o.na=ɑː
m.o.ne=oʊ m.o.ng=ɔː m.o.ni=ɑː m.o.nk=ʌ m.o.nm=ɔː m.o.nt=ɔː m.o.nu=ɑː m.o.ot=uː m.o.ph=ə m.o.r$=
m.o.rs= m.o.sc=ɑː m.o.sl=ɑː m.o.sp=ə m.o.sq=ɑː m.o.ss=ɔː m.o.t=oʊ m.o.t$=ɑː m.o.th=ʌ m.o.tt=ɑː
m.o.uf=ə m.o.ul=oʊ m.o.ur= m.o.us=ə m.o.v=uː m.r.t=ɑː,ɹ m.s.n=ɛ,s m.u.d=ʌ m.u.di=j,uː m.u.e=j,uː
m.u.g=ʌ m.u.h=j,uː m.u.k=ʌ m.u.la=j,ʊ m.u.le=j,uː m.u.lu=j,ʊ m.u.m$=ə m.u.n=j,uː m.u.nd=ʌ m.u.ns=ʌ
m.u.ra=j,ʊ m.u.s=j,uː m.u.s$=ə m.u.sc=ʌ m.u.sh=ʌ m.u.sk=ʌ m.u.sl=ʊ m.u.ss=ʌ m.u.st=ʌ m.u.t=j,uː
m.v.$=v,iː m.y.e=aɪ m.y.r=aɪ m.y.s$=i ma.c.h$=k ma.r.$$=ɚ ma.r.ro= ma.s.on=s ma.t.er=t ma.t.eu=tʃ
ma.t.ici=t ma.t.is=t mac.h.$$$= mat.u.re$=ʊ matu.r.e$$$=ɹ mc.c.or=k mc.k.in=k me.r.ce=ɜː me.r.ch=ɜː
me.r.cu=ɜː me.r.ri=ɹ me.s.sa=s me.s.si=s me.t.all=t mf.o.rt= mi.c.ha=k mi.n.ne=n mi.n.ni=n
mi.s.$$=z mi.s.es=s mi.s.hn=s mi.s.sa=s mi.s.sil=s mi.s.sis=s mi.t.tee=ɾ mm.a.ri=ɚ mm.a.tio=eɪ
mm.e.di=iː mm.e.try=ə mm.o.da=ə mm.o.do=ə mn.a.st=æ mo.o.th= mp.a.nie=ə mp.a.ss=ə mp.a.ti=æ
mp.e.ns=ə mp.e.ri=ɪ mp.e.ten=ɪ mp.l.est=l mp.o.sin=oʊ mp.o.st=ɔː mpr.o.mis=ə mu.r.al=ɹ,ɹ mu.s.eu=z
n.a.ce=ɪ n.a.co=ə n.a.d=eɪ n.a.d$=æ n.a.da=ə n.a.f=ə n.a.g=ɪ n.a.ga=æ n.a.go=ə n.a.i$= n.a.ir=ɛ
n.a.k=æ n.a.ke=eɪ n.a.le=eɪ n.a.m=eɪ n.a.m$=ɑː n.a.ma=ə n.a.mi=æ n.a.mo=ə n.a.n=ə n.a.na=ɑː
n.a.ni=æ n.a.r=ɛ n.a.r$=ɑː n.a.ra=ɑː,ɹ n.a.rc=ɑː n.a.rd=ɑː n.a.rr=æ n.a.ru=ɑː,ɹ n.a.s=ə n.a.sa=æ
n.a.sh=æ n.a.si=eɪ n.a.ss=æ n.a.ta=ɑː n.a.th=ə n.a.to=ə n.a.ts=æ n.a.tt=ə n.a.tu=æ n.a.u$= n.a.vi=æ
n.a.w=ɑː n.b.c=b,iː n.c.ia= n.d.g=d n.d.sa= n.e.a=ɪ n.e.ap= n.e.as=i n.e.at=iː n.e.cd= n.e.di=ɪ
n.e.dy=ə n.e.g=ɪ n.e.ig=eɪ n.e.j= n.e.k= n.e.l$=ə n.e.la= n.e.ly= n.e.m=ə n.e.me= n.e.mo=ɛ n.e.mp=ɛ
n.e.n=ə n.e.o=i n.e.ol=iː n.e.ra=ɚ n.e.ri=ɛ n.e.ro=ɚ n.e.ry=ɚ n.e.sc=ɛ n.e.se=iː n.e.si=iː n.e.ss=ə
n.e.st=ɪ n.e.t$=ɪ n.e.te= n.e.ts=ɪ n.e.ty= n.e.w=uː n.e.we= n.f.c=ɛ,f n.g.b= n.g.ia=ɡ n.g.j=
n.g.ly= n.g.m= n.g.ue= n.g.w= n.h.am= n.h.i=h n.h.s=eɪ,tʃ n.i.al=ɪ n.i.at=ɪ n.i.de=aɪ n.i.el=j
n.i.en=ɪ n.i.er=ɪ n.i.g=aɪ n.i.gm=ɪ n.i.le=aɪ n.i.ne=aɪ n.i.o=i n.i.o$=ɪ n.i.or=j n.i.q=iː n.i.r=ɪ
n.i.sa=ə n.i.se=aɪ n.i.te=aɪ n.i.tr=aɪ n.i.us=ɪ n.i.za=ɪ n.j.a$=j n.l.$=ə,l n.m.$=ə,m n.n.ah=
n.n.o= n.n.ou=n n.n.s$= n.o.b=oʊ n.o.ce=ə n.o.de=oʊ n.o.fl=ə n.o.ga=ɑː n.o.k=oʊ n.o.ld=ə n.o.m=ɑː
n.o.ma=oʊ n.o.me=oʊ n.o.my=ə n.o.n=ɑː n.o.n$=ə n.o.ns=ə n.o.ph=oʊ n.o.r$= n.o.rs= n.o.sa=ə
n.o.st=ɑː n.o.t=oʊ n.o.t$=ɑː n.o.tt=ɑː n.o.ug=ɔː n.o.ur= n.o.us=ə n.o.v$=ɑː n.o.va=ə n.o.wl=ɑː
n.p.$=p,iː n.p.m=p,ə n.p.s=p,iː n.s.b=z n.s.ch=ʃ n.s.ci=ʃ n.s.io=ʃ n.s.ma=z n.s.ur=ʃ n.t.ia=
n.t.io= n.t.u=tʃ n.t.uc=t n.t.ui=t n.t.um=t n.t.y=t n.u.a=j,uː n.u.b=uː n.u.c=uː n.u.ck=ʌ
n.u.e=j,uː n.u.el=uː n.u.f=j,uː n.u.ff=ʌ n.u.g=ʌ n.u.i=j,uː n.u.i$=uː n.u.le=uː n.u.m=uː n.u.m$=ə
n.u.mb=ʌ n.u.re=j,ʊ n.u.s=ə n.u.su=j,uː n.u.t=ʌ n.u.te=ɪ n.u.tr=j,uː n.v.$=v,iː n.y.b=ɪ n.y.c=ɪ
n.y.i=i n.y.o=ɪ n.z.$=t,s na.c.ht=k na.r.ra=ɚ na.t.ori=t naf.f.ect=f nc.e.lla=ɪ nc.e.nt=ə nc.i.de=ɪ
nc.i.en= nc.o.nsc=ɑː nc.o.ur= nc.o.urt=ɔː nd.a.ll=ɔː nd.a.nc=ə nd.e.fi=ɛ nd.e.ns=ɛ nd.i.esp=ɪ
nd.i.re=ɚ nd.i.se=aɪ nd.o.me=oʊ nd.s.ch=ʃ nd.u.re=ʊ ne.a.$$= ne.a.ge=ɪ ne.c.tic= ne.r.mo=ɚ
ne.s.to=z ne.t.ie=t ne.u.ro=ʊ,ɹ nf.a.nt=ə ng.a.ri=ɛ ng.e.st$=ɪ ng.o.n$=ɑː ng.s.tow=z ng.u.in=w
nh.a.ll=ɔː ni.e.l$=ə ni.s.$$=z ni.t.iat=ʃ nj.u.ri=ɚ nm.e.nta=ɛ nm.o.ut=ə nn.a.ll=æ nn.a.rd=
nn.e.ll= nn.e.ls=ə nn.e.so=ɪ nn.e.tt=ɪ nn.i.es=ɪ nn.o.ta=ə nna.r.d$$=ɚ nne.l.l$$=ə no.o.dl=uː
np.s.$$=ɛ,s nq.u.er= nr.a.ge=eɪ nr.a.ve=æ nr.i.qu=iː ns.e.d$=t ns.e.mb=ɑː ns.e.qu=ɪ ns.e.tt=ɪ
ns.i.de=ɪ ns.i.de$=aɪ ns.o.re= ns.u.lat=ə ns.u.re=ʊ nse.d.$$$= nse.r.vat=ɜː nt.a.ry=ɚ nt.a.tiv=ə
nt.e.lle= nt.e.mpl=ə nt.e.rin=ɚ nt.e.rr= nt.h.er=θ nt.i.me=ɪ nt.i.me$=aɪ nt.i.nen=ɪ nt.l.em=ə
nte.r.nat=ɚ ntl.e.d$$=l nu.e.l$= nu.r.$$=ɜː nu.r.se=ɜː nv.o.lut=ə nve.r.sat=ɚ o.a.c= o.a.d= o.a.f=
o.a.h= o.a.k= o.a.l= o.a.li=ə o.a.m= o.a.n= o.a.p= o.a.r= o.a.s= o.a.t= o.b.l$=b,ə o.c.co= o.c.cu=
o.c.ea=ʃ o.c.h$=k o.c.hr=k o.c.hs=k o.d.ul=dʒ o.e.a=i o.e.f= o.e.g= o.e.l= o.e.m=ɪ o.e.t=ɪ o.g.$=ɡ
o.g.et=ɡ o.g.h=ɡ o.g.s=ɡ o.g.t=ɡ o.h.i=h o.i.$= o.i.a= o.i.c= o.i.c$=ɪ o.i.d= o.i.l= o.i.n=
o.i.nc=ɪ o.i.ng=ɪ o.i.s= o.i.sm=ɪ o.i.t= o.i.v= o.l.ka=l o.l.m= o.n.ca=ŋ o.n.cl=ŋ o.n.co=ŋ o.n.ec=ŋ
o.n.no=n o.o.$=uː o.o.b=uː o.o.c=uː o.o.d=ʊ o.o.f=uː o.o.g=uː o.o.h=uː o.o.i=uː o.o.l=uː o.o.lo=ɑː
o.o.m=uː o.o.n=uː o.o.p=uː o.o.re=ʊ o.o.s=uː o.o.t=uː o.o.tb=ʊ o.o.v=uː o.o.z=uː o.p.m$=p,ə
o.r.ba=ɚ o.r.cy=ɚ o.r.d$=ɚ o.r.ds=ɚ o.r.ed=ɚ o.r.f=ɹ o.r.g=ɹ o.r.h=ɚ o.r.k=ɜː o.r.ld=ɜː o.r.re=ɚ
o.r.ru=ɚ o.r.ry=ɹ o.r.sa=ɹ o.r.se=ɹ o.r.si=ɹ o.r.v=ɹ o.r.w=ɹ o.s.al=z o.s.ar=z o.s.e=z o.s.ec=s
o.s.ef=s o.s.el=s o.s.ep=s o.s.ex=s o.s.i=z o.s.io=ʒ o.s.is=s o.s.iu=s o.s.m=z o.s.u=ʒ o.t.a$=ɾ
o.t.ab=ɾ o.t.al=ɾ o.t.ar=ɾ o.t.ed=ɾ o.t.em=ɾ o.t.er=ɾ o.t.i=ɾ o.t.ia=ʃ o.t.io= o.t.o=ɾ o.t.on=t
o.t.ox=t o.t.tl=ɾ o.t.us=ɾ o.t.y=t o.u.bt= o.u.c= o.u.d= o.u.f= o.u.ge=uː o.u.gl=ʌ o.u.i=uː o.u.k=
o.u.l= o.u.m= o.u.n= o.u.ng=ʌ o.u.p=uː o.u.pl=ʌ o.u.ra=ɜː o.u.x=uː o.w.a= o.w.av=w o.w.ay=w o.w.e=
o.w.i= o.w.y= o.y.$= o.y.a= o.y.ag=ɪ o.y.c= o.y.d= o.y.i= o.y.l= o.y.m= o.y.n= o.y.o= o.y.s= o.y.z=
ob.e.ll= ob.i.te=aɪ oc.e.ani=ɪ oc.e.nt$=ə oc.h.$$= oc.o.nn=ɑː oc.o.ns=ɑː oc.u.se=ə od.e.le=ə
of.f.ici= og.a.ri=ɚ og.e.ne=iː oi.r.e$=ɹ oi.s.$$= oi.s.on=z ol.a.ri=ɑː,ɹ ol.a.riz=ɚ ol.e.an=i
ol.e.n$=ə ol.i.ce=iː ol.i.ni=iː ol.i.s$=ɪ ol.l.ina= ol.o.gie=ə ol.o.gis=ə ol.u.me=j,uː ole.t.a$$=t
oli.s.$$$=s om.a.ni=eɪ om.a.niz=ə om.a.tis=ə om.b.er= om.e.tre=iː om.e.try=ə om.m.enc=m om.m.on=
om.o.bi=ə om.o.rr=ɑː ompe.t.itiv=ɾ on.a.li=æ on.a.lis=ə on.a.rc= on.e.ry=ɛ on.e.ss=ɛ on.g.ed=
on.g.er=ɡ on.o.mer=ə on.o.mis=ə on.u.me=j,uː oo.g.ie$=ɡ oo.r.$$=ɹ oo.r.s$=ɹ op.a.rd= op.a.thy=ə
op.e.an=i op.e.di=iː op.e.la= op.e.ne=ə or.a.di=æ or.a.ng=æ or.a.nge=ɪ or.a.nt=ə or.a.tiv=ə
or.a.to=ə or.c.he=k or.e.al=i or.e.ca= or.e.ge= or.e.go=ɪ or.e.ig=ə or.e.ma= or.e.ve=ɛ or.o.n$=ɑː
or.r.es= or.r.y$= or.t.al$=ɾ or.t.uni=t os.e.ph= os.i.te=ɪ os.o.me=oʊ os.o.phi=ɑː os.s.ess=z
ost.a.ge$=ɪ ot.a.mi=eɪ ot.e.sta=ɪ ot.h.era=θ ot.o.n$=ɑː ote.i.ns$=iː ou.c.es= ou.i.si=iː ou.r.ch=ɹ
ou.r.nam=ɹ ou.r.ne=ɹ ou.r.ney=ɜː ou.r.t$=ɹ ou.r.tee=ɹ ou.r.th=ɹ ou.r.ts=ɹ ou.s.es=z ou.t.ing=ɾ
ou.x.$$= ov.e.ll=ɛ ov.e.ra=ɚ ov.e.red= ov.e.ry=ɚ ov.i.de=aɪ ov.i.et=i ow.e.ls=ə p.a.ce=eɪ p.a.de=eɪ
p.a.dr=ɑː p.a.g=eɪ p.a.ir=ɛ p.a.k=æ p.a.l=æ p.a.l$=ə p.a.le=eɪ p.a.lm=ɑː p.a.ny=ə p.a.pe=eɪ
p.a.ra=æ p.a.re=ɛ p.a.ri=æ p.a.ro=æ p.a.rr=æ p.a.s$=ə p.a.se=eɪ p.a.t=æ p.a.te=eɪ p.a.ti=eɪ
p.a.to=ə p.a.tr=eɪ p.a.va=æ p.c.$=s,iː p.d.$=d,iː p.e.ar=ɪ p.e.co=iː p.e.d=t p.e.de=iː p.e.di=ɛ
p.e.do=iː p.e.er=ɪ p.e.f= p.e.i=eɪ p.e.li=ɪ p.e.ls=ə p.e.n$=ə p.e.ni=ə p.e.o=iː p.e.ra=ɚ p.e.re=ɚ
p.e.ri=i,ə p.e.ro=ɚ p.e.rr=ɛ p.e.ru=ɚ p.e.ry=ɚ p.e.so=eɪ p.e.st=ɛ p.e.t$=ɪ p.e.te=iː p.e.zo=ɪ
p.g.$=ɡ p.h.$=f p.h.a=f p.h.d=eɪ,tʃ p.h.e=f p.h.i=f p.h.o=f p.h.r=f p.h.s=f p.h.t=f p.h.u=f p.h.y=f
p.i.de=aɪ p.i.e$=aɪ p.i.ec=iː p.i.er=ɪ p.i.et=aɪ p.i.k=aɪ p.i.l$=ə p.i.le=aɪ p.i.ne=aɪ p.i.o=i
p.i.o$=ɪ p.i.p=aɪ p.i.r=aɪ p.i.ra=ɪ p.i.ri=ɪ p.i.s$=i p.i.z=iː p.k.m=k,ə p.l.e$=ə p.l.es=ə
p.n.s=ɛ,n p.o.di=oʊ p.o.g=ɑː p.o.k=oʊ p.o.kr=ɑː p.o.la=oʊ p.o.ld=oʊ p.o.le=oʊ p.o.m=ɑː p.o.n=ɑː
p.o.ne=oʊ p.o.ng=ʌ p.o.nr=ə p.o.ra=ɚ p.o.si=ə p.o.ss=ɑː p.o.ta=ə p.o.te=ə p.o.v=ɑː p.o.w=aʊ
p.p.le=ə p.p.t=p,iː p.r.$=ɑː,ɹ p.s.$=s p.t.i= p.t.ic=t p.t.id=t p.t.ie=t p.t.im=t p.t.is=t p.t.iv=t
p.t.iz=t p.t.u=tʃ p.t.y=t p.u.cc=uː p.u.e=w p.u.g=j,uː p.u.l=j,ʊ p.u.ll=ʊ p.u.lm=ʌ p.u.ls=ʌ
p.u.pi=j,uː p.u.r$=ʊ p.u.ra=ʊ,ɹ p.u.re=j,ʊ p.u.ri=j,ʊ p.u.s=ə p.u.sh=ʊ p.u.t=j,uː p.u.t$=ʊ p.u.ts=ʊ
p.u.u=uː p.y.ro=aɪ pa.l.me= pa.r.ro= pa.t.or=t pa.t.te=t pe.d.$$= pe.r.mar=ɚ pe.r.mi=ɚ pe.r.ry=ɹ
pe.r.sis=ɚ pe.r.so=ɜː pe.s.$$=s pe.t.ito=ɾ ph.a.nt=ə ph.a.si=ə ph.e.nom=ɪ ph.e.ns$=ə pha.s.e$$=z
pi.a.no=æ pi.s.$$=z pl.a.gu=eɪ pl.a.net=æ pl.a.to=ɑː pl.e.$$=l pl.e.asa=ɛ pl.e.d$=l pl.e.s$=l
pl.e.st=ɪ pl.i.an=aɪ pl.i.ne=ɪ pl.i.te=aɪ pl.u.s$=ʌ pn.s.$$=ɛ,s po.e.tic=ɛ po.p.pe=p po.r.tun=ɚ
poli.t.icia=t pp.a.re=æ pp.e.tr=ɪ pp.e.ts=ɪ pp.i.es=ɪ pp.l.e$=l pp.l.es=l pp.o.rtu= ppl.e.$$$=
ppl.e.s$$= ppl.y.$$$=aɪ pr.a.ye= pr.e.cia=iː pr.e.co=iː pr.e.de=ɛ pr.e.di=ɪ pr.e.fec=iː pr.e.fi=iː
pr.e.lu=eɪ pr.e.mi=ə pr.e.mis=ɛ pr.e.sc=ɪ pr.e.st=ɛ pr.e.te=ɪ pr.e.ti=ɪ pr.e.vi=iː pr.i.ce=aɪ
pr.i.es=iː pr.i.ma=aɪ pr.i.or=aɪ pr.o.ced=ə pr.o.cee=ə pr.o.cl=ə pr.o.fil=oʊ pr.o.gre=ə pr.o.hi=ə
pr.o.la=ɑː pr.o.pe=ɑː pr.o.pel=ə pr.o.ph=ɑː pr.o.se=ɑː pr.o.sp=ɑː pr.o.tec=ə pri.a.te$=ə ps.a.li=ɑː
ps.e.d$=t pse.d.$$$= pt.a.in= pt.i.ce=aɪ pt.o.le=oʊ pu.r.$$=ɹ pu.r.i$=ɹ,ɹ pu.r.it=ɹ,ɹ q.a.t=æ
q.u.e=w q.u.e$= q.u.et= q.u.eu= q.u.ez= q.u.o=w q.u.or= qu.a.tic=æ qu.e.nti=ɛ que.s.$$$=s
que.t.$$$= r.a.bb=æ r.a.bh=æ r.a.ce=eɪ r.a.ci=eɪ r.a.cl=ə r.a.cy=ə r.a.d=eɪ r.a.d$=æ r.a.dc=æ
r.a.dd=æ r.a.df=æ r.a.dh=æ r.a.dl=æ r.a.do=ɑː r.a.du=æ r.a.el=iː r.a.fa=ə r.a.fi=eɪ r.a.ga=ɑː
r.a.ge=ɪ r.a.gr=ə r.a.gu=ə r.a.hm=ɑː r.a.i$= r.a.k$=æ r.a.ka=ə r.a.ki=æ r.a.le=eɪ r.a.me=eɪ
r.a.mi=ə r.a.mo=ə r.a.mu=ə r.a.n$=ə r.a.na=ə r.a.ne=eɪ r.a.ng=eɪ r.a.nn=ə r.a.pe=eɪ r.a.py=ə
r.a.r=ɛ r.a.rc=ɑː r.a.rd=ɑː r.a.s$=ə r.a.se=eɪ r.a.so=ə r.a.t$=æ r.a.tc=æ r.a.th=æ r.a.tr=ə
r.a.ts=æ r.a.tt=æ r.a.tu=ɪ r.a.va=ə r.a.vi=æ r.a.z=eɪ r.a.za=ə r.a.zz=æ r.c.hi=k r.c.hs=k r.c.hy=k
r.c.ia= r.e.a$=i r.e.ab= r.e.ad=ɛ r.e.ak= r.e.ar=ɪ r.e.au= r.e.b=ɪ r.e.bl=ɛ r.e.by= r.e.ca=ɪ
r.e.ce=ɪ r.e.ci=ɪ r.e.cu=ɪ r.e.cy=ɪ r.e.da=ɛ r.e.db=ɛ r.e.dc=ɛ r.e.dd=ɛ r.e.de=iː r.e.dg=ɛ r.e.di=ɛ
r.e.dn=ɪ r.e.do=ɪ r.e.du=ɪ r.e.en=iː r.e.fe=ɛ r.e.ga=ɪ r.e.ge=iː r.e.gr=ɪ r.e.ha=ɪ r.e.he=i
r.e.ib=eɪ r.e.is=eɪ r.e.ju=ɛ r.e.l=ɪ r.e.l$=ə r.e.ll=ɛ r.e.ls=ə r.e.ly= r.e.m=ɪ r.e.m$=ə r.e.mn=ɛ
r.e.n=ə r.e.na=ɪ r.e.nd=ɛ r.e.ne=ɛ r.e.ng=ɛ r.e.nn=ɛ r.e.no=ɛ r.e.nt=ɛ r.e.p=ɪ r.e.p$=ɛ r.e.pt=ɛ
r.e.s=ɛ r.e.s$= r.e.sa=iː r.e.se=ɪ r.e.si=ɪ r.e.so=ɪ r.e.sp=ɪ r.e.st=ɪ r.e.su=ɪ r.e.ta=ɪ r.e.te=iː
r.e.tr=ɪ r.e.tu=ɪ r.e.un=iː r.e.v=ɪ r.e.w=uː r.e.wa=ɪ r.e.wo= r.e.wr=ɪ r.e.yb=eɪ r.e.yl=eɪ r.g.$=ɡ
r.g.et=ɡ r.g.h=ɡ r.g.iv=ɡ r.g.s=ɡ r.h.e= r.h.ea=h r.h.il=h r.h.od= r.h.y= r.i.ab=ɪ r.i.ag=ɪ
r.i.al=ɪ r.i.ar=ɪ r.i.at=ɪ r.i.be=aɪ r.i.de=aɪ r.i.ef=iː r.i.el=iː r.i.et=aɪ r.i.ev=iː r.i.fl=aɪ
r.i.gh=aɪ r.i.gu=iː r.i.j=ɪ r.i.ke=aɪ r.i.ki=aɪ r.i.l$=ə r.i.le=aɪ r.i.me=aɪ r.i.o=ɪ r.i.on=i
r.i.ou=i r.i.pe=aɪ r.i.r=i,ə r.i.se=aɪ r.i.si=aɪ r.i.te=aɪ r.i.us=ɪ r.i.v=aɪ r.i.vi=ɪ r.i.za=ɪ
r.i.zo=ɪ r.i.zz=ɪ r.k.n=k r.k.p=k r.o.ad=ɔː r.o.ar=ɔː r.o.bo=oʊ r.o.bu=oʊ r.o.ca=ə r.o.cl=oʊ
r.o.co=ə r.o.d=ə r.o.d$=ɑː r.o.de=oʊ r.o.f=ə r.o.fi=ɑː r.o.ft=ɔː r.o.g$=ɑː r.o.gr=oʊ r.o.gu=oʊ
r.o.ic=oʊ r.o.in=oʊ r.o.k=oʊ r.o.l=oʊ r.o.li=ə r.o.ly=ə r.o.m=oʊ r.o.m$=ɑː r.o.mb=ɑː r.o.mi=ɑː
r.o.mo=ə r.o.mu=ɑː r.o.nd=ɑː r.o.ne=oʊ r.o.ng=ɔː r.o.ni=ɑː r.o.nt=ʌ r.o.p=ə r.o.p$=ɑː r.o.pi=ɑː
r.o.pp=ɑː r.o.pr=oʊ r.o.r= r.o.ra=ɔː r.o.sc=ə r.o.sh=ɑː r.o.sl=ə r.o.sm=ɑː r.o.so=ə r.o.sp=ə
r.o.ss=ɔː r.o.st=ɑː r.o.t=oʊ r.o.th=ɑː r.o.ti=ɑː r.o.ts=ɑː r.o.tt=ɑː r.o.ub= r.o.ug=oʊ r.o.up=
r.o.us=ə r.o.v=ə r.o.v$=ɑː r.o.va=uː r.o.ve=uː r.o.wd=aʊ r.o.wn=aʊ r.o.ze=oʊ r.r.$=ɹ r.r.ed=ɜː
r.r.ol= r.r.or= r.r.s= r.s.ch=ʃ r.s.da=z r.s.ia=ʃ r.s.io=ʒ r.t.a$=ɾ r.t.ac=ɾ r.t.ag=ɾ r.t.c=t
r.t.e=ɾ r.t.e$=t r.t.ee=t r.t.en=t r.t.et=t r.t.ex=t r.t.g= r.t.i=ɾ r.t.ia= r.t.im=t r.t.io=
r.t.it=t r.t.ol=ɾ r.t.u=tʃ r.t.yn=t r.u.a=uː r.u.b=uː r.u.b$=ʌ r.u.bb=ʌ r.u.bs=ʌ r.u.ce=uː
r.u.ci=uː r.u.e=uː r.u.g=ʌ r.u.ge=uː r.u.i=uː r.u.l=uː r.u.la=j,ʊ r.u.m$=ə r.u.ma=uː r.u.me=ə
r.u.mo=uː r.u.ne=uː r.u.pe=uː r.u.r=ʊ,ɹ r.u.s=ʌ r.u.s$=ə r.u.sa=uː r.u.se=ə r.u.si=uː r.u.t=uː
r.y.a=ɪ r.y.an=aɪ r.y.b=ɪ r.y.c=ɪ r.y.e=aɪ r.y.ne=aɪ r.y.o=ɪ r.y.s=i r.y.st=ɪ r.y.v=i ra.c.co=
ra.d.do= ra.m.me=m ra.n.no=n ra.p.pi=p ra.s.es=z ra.t.ern=t ra.t.ory=t ra.w.al= rap.p.ing=
rc.e.re=ɚ rc.h.al= rc.h.est= rc.h.id= rc.h.is= rc.h.y$= rch.a.se$=ɪ rd.e.rer=ɚ re.a.k$=eɪ re.a.l$=ə
re.a.lit=æ re.a.s$=ə re.a.te=eɪ re.a.ted= re.a.ten= re.a.ti=eɪ re.a.to=eɪ re.c.ia=ʃ re.i.ll=aɪ
re.i.n$=ɪ re.s.ide=z re.t.al=t re.t.re=t reb.y.$$$=aɪ refe.r.$$$$=ɜː rest.a.uran= rf.e.re=ɪ
rg.a.in= rg.o.ne=ɑː rh.e.in=eɪ ri.c.ht=k ri.e.nta=ɛ ri.e.st= ri.f.fi= ri.s.ch=ʃ ri.s.one=z
ri.t.eri=t ri.t.im=t ri.t.or=t rl.i.am= rl.i.ner=ɪ rl.o.tt=ə rm.a.lit=æ rm.a.ll=ə rm.a.ti=eɪ
rm.a.tiv=ə rm.e.nte=ɛ rn.a.me=ə rn.a.me$=eɪ rn.a.tiv=ə ro.a.ti=eɪ ro.i.ne=ɪ ro.n.ch=ŋ ro.o.d$=uː
ro.p.syc= ro.t.ag=ɾ ro.u.gha=ʌ ro.u.ti=uː rp.e.nt=ə rp.o.se=ə rr.a.ck=ə rr.a.n$=æ rr.a.nt=ə
rr.a.ss=ə rr.e.le=ɛ rr.e.nt=ə rr.e.st=ɛ rr.e.tt=ɪ rr.i.ers=ɪ rr.o.t$=ə rr.y.in=i rs.a.li=ə
rs.e.d$=t rse.d.$$$= rt.a.in$=ə rt.a.int=ə rt.e.br=ɪ rt.h.y$=ð rt.i.se=aɪ rt.l.e$=ə rt.o.on=uː
rt.u.ne=ʊ rtl.e.$$$=l ru.e.l$= ru.i.ts= rv.a.tis=ə rv.a.tiv=ə rv.a.to=ə s.a.de=eɪ s.a.do=ə s.a.dv=ə
s.a.f=eɪ s.a.g=ɪ s.a.gn=ɑː s.a.gr=ə s.a.i$= s.a.id=ɛ s.a.k=æ s.a.ke=eɪ s.a.l=æ s.a.l$=ə s.a.le=eɪ
s.a.ls=ə s.a.lt=ɔː s.a.me=eɪ s.a.n$=ə s.a.no=ɑː s.a.pp=ə s.a.ra=æ s.a.ri=ɑː,ɹ s.a.ry=ɚ s.a.s$=ə
s.a.t$=æ s.a.tu=æ s.a.u$= s.a.ue= s.a.uv=oʊ s.a.va=æ s.c.e= s.c.hi=k s.c.ho=k s.c.i= s.c.le=ə
s.c.y= s.e.ar= s.e.b= s.e.cr=iː s.e.cu=ɪ s.e.di=ɪ s.e.do=ɛ s.e.du=ɪ s.e.f= s.e.i=eɪ s.e.k= s.e.l$=ə
s.e.le=ɪ s.e.ls=ə s.e.ly= s.e.ma=ə s.e.me= s.e.n$=ə s.e.nb=ə s.e.nc=ə s.e.ng=ɪ s.e.nh=ə s.e.ni=iː
s.e.q=iː s.e.ri=ɪ s.e.ry=ɚ s.e.s=ɪ s.e.ss=ɛ s.e.um=i s.g.$=dʒ,iː s.h.a= s.h.e= s.h.o= s.h.r= s.h.s=
s.h.u= s.h.y= s.i.a= s.i.ah=aɪ s.i.bi=ə s.i.d=aɪ s.i.di=ɪ s.i.du=ɪ s.i.eg=iː s.i.g=aɪ s.i.l$=ə
s.i.le=aɪ s.i.ly=i s.i.ne=aɪ s.i.no=iː s.i.o= s.i.o$=ɪ s.i.r=aɪ,ɚ s.i.r$=ɪ s.i.ri=ɪ s.i.te=aɪ
s.i.us=ɪ s.n.$=ɛ,n s.n.bc=ɛ,n s.o.ar=ɔː s.o.be=oʊ s.o.c=oʊ s.o.cc=ɑː s.o.ck=ɑː s.o.co=ɑː s.o.cr=ɑː
s.o.d=oʊ s.o.la=ə s.o.ld=oʊ s.o.le=oʊ s.o.lu=ə s.o.m=ʌ s.o.m$=ə s.o.ma=oʊ s.o.ng=ɔː s.o.no=ɑː
s.o.nt=ɔː s.o.p=ə s.o.r$= s.o.rs= s.o.ry=ɚ s.o.t=ə s.o.ta=oʊ s.o.ul=oʊ s.o.up= s.o.ur=ɔː s.o.uv=
s.o.ve=ɑː s.r.$=ɑː,ɹ s.s.$=s s.s.ia=ʃ s.s.il= s.s.io=ʃ s.s.ou= s.s.r$=ɛ,s s.s.u=ʃ s.s.um=s s.t.c=t
s.t.io=tʃ s.t.l=ə s.t.la= s.t.ly=t s.t.y=t s.u.a=uː s.u.ad=w s.u.bm=ə s.u.c=ə s.u.ck=ʌ s.u.dd=ʌ
s.u.dl=ʌ s.u.e=uː s.u.g=ə s.u.ga=ʊ s.u.i=uː s.u.l$=ə s.u.la=j,ʊ s.u.ma=uː s.u.me=uː s.u.mi=uː
s.u.ne=j,uː s.u.p=uː s.u.pp=ə s.u.ra=ʊ,ɹ s.u.s=ə s.u.sa=uː s.u.se=j,uː s.u.t=ʌ s.u.z=uː s.v.$=v,iː
s.w.er= s.y.dn=ɪ sa.t.ur=ɾ sb.o.ro$=ɚ sb.o.urn=ɔː sc.a.le=eɪ sc.a.r$= sc.a.rc=ɛ sc.a.ri=ɛ sc.e.nt=ə
sc.h.af= sc.h.ed= sc.h.el= sc.h.en= sc.h.er= sc.h.ic= sc.h.um= sc.h.us= sc.i.ou= sc.o.mb=uː
sc.o.py=ə sc.o.ur= sca.r.$$$=ɚ sce.r.tai=ɚ sco.n.nec=n sd.e.me=ɪ se.a.$$= se.r.gea=ɑː,ɹ se.r.pe=ɜː
se.r.vat=ɚ se.r.vi=ɜː se.r.vo=ɚ sh.a.ls=ə sh.a.ma=æ sh.a.n$=ə sh.e.ar=ɪ sh.i.er=ɪ sh.i.s$=i
sh.o.e$=uː sh.o.ve=ʌ sh.o.w$=oʊ sh.o.wc=oʊ sh.o.ws=oʊ si.g.nin= si.n.ge=ŋ sl.a.ug=ɔː so.c.ial=
so.l.der= so.r.re= so.t.op=t sp.a.ren=æ sp.e.cie=iː sp.e.ri=ɚ sp.i.ral=aɪ,ɚ sp.i.te=aɪ sp.o.ra=ɔː
sr.a.eli=eɪ sr.o.ad=oʊ ss.a.ril=ɛ ss.e.d$=t ss.e.ns=ə ss.e.x$=ɪ ss.i.es=ɪ ss.i.le=ə sse.d.$$$=
st.a.bi=eɪ st.a.bl=æ st.a.ble=ə st.a.ge=eɪ st.a.n$=æ st.a.ns=æ st.a.rd$= st.a.tic=æ st.a.tis=ə
st.e.nt=ə st.e.reo=ɛ st.e.rie=ɚ st.e.ril=ɛ st.e.rin=ɚ st.e.war=uː st.i.an= st.i.nat=ɪ st.i.on=
st.l.ed=l st.o.le=oʊ st.o.ry$=ɚ st.o.we=oʊ sto.r.ed$=ɹ su.a.de=eɪ su.i.ta= su.p.ple=p su.r.re=ɚ
su.r.ro=ɚ su.r.rog=ɜː sw.a.ld=ə sw.o.rd=ɔː sy.c.he=k t.a.bb=æ t.a.be=æ t.a.bo=æ t.a.ce=eɪ t.a.cl=ə
t.a.di=eɪ t.a.do=ə t.a.g=ɪ t.a.g$=æ t.a.gi=eɪ t.a.gn=æ t.a.go=ə t.a.gr=ə t.a.i$= t.a.ir=ɛ t.a.iw=
t.a.k$=æ t.a.le=eɪ t.a.li=æ t.a.lk=ɔː t.a.lm=æ t.a.me=ə t.a.mi=ə t.a.mo=ə t.a.n=ə t.a.nd=æ
t.a.ne=eɪ t.a.ng=æ t.a.ni=æ t.a.nk=æ t.a.nn=æ t.a.no=ɑː t.a.nz=æ t.a.pe=eɪ t.a.ra=æ t.a.re=ɛ
t.a.ri=ɛ t.a.ro=æ t.a.ry=ɛ t.a.s=ə t.a.sh=æ t.a.sk=æ t.a.st=eɪ t.a.t$=æ t.a.ta=ɑː t.a.th=æ t.a.ts=æ
t.a.tu=æ t.a.w=ə t.c.$=s,iː t.e.ad=ɛ t.e.ak= t.e.ar=ɪ t.e.au= t.e.b= t.e.d=ɪ t.e.f= t.e.g=ɪ t.e.k=ɛ
t.e.ly= t.e.m$=ə t.e.ma=ə t.e.me= t.e.ms=ə t.e.n$=ə t.e.nb=ə t.e.nc=ə t.e.ne=ə t.e.ni=ə t.e.ra=ɚ
t.e.ri=ɪ t.e.ro=ɚ t.e.rr=ɛ t.e.ry=ɚ t.e.ss=ɛ t.e.st=ɛ t.e.v=iː t.h.$=θ t.h.a=θ t.h.ai= t.h.b=θ
t.h.c=θ t.h.e=θ t.h.e$=ð t.h.er=ð t.h.f=θ t.h.g=θ t.h.i=θ t.h.l=θ t.h.m=θ t.h.n=θ t.h.o=θ t.h.oo=h
t.h.ov= t.h.st=ð t.h.u=θ t.h.w=θ t.h.y=θ t.i.a=ʃ t.i.ab=ɪ t.i.at=ɪ t.i.de=aɪ t.i.en=ʃ t.i.er=ɪ
t.i.ge=aɪ t.i.gh=aɪ t.i.le=aɪ t.i.me=aɪ t.i.na=iː t.i.ne=iː t.i.no=iː t.i.o$=ɪ t.i.r=aɪ t.i.tl=aɪ
t.i.us=ʃ t.l.ed=ə t.m.$=ɛ,m t.o.b=oʊ t.o.ce=oʊ t.o.ga=oʊ t.o.ir=w,ɑː t.o.k=oʊ t.o.mb=uː t.o.mm=ɑː
t.o.ne=oʊ t.o.ng=ɑː t.o.ni=oʊ t.o.nn=ʌ t.o.pe=oʊ t.o.pl=ə t.o.r= t.o.ra=ɚ t.o.re=ɔː t.o.ri=ɔː
t.o.rm=ɔː t.o.rn=ɔː t.o.rp=ɔː t.o.rr=ɔː t.o.rt=ɔː t.o.ry=ɔː t.o.ss=ɔː t.o.t=oʊ t.o.tl=ɑː t.o.u=
t.o.ur=ʊ t.o.ut=aʊ t.o.v$=ɑː t.o.w=aʊ t.o.wa=ə t.o.wi=oʊ t.r.e$=ɚ t.s.$=s t.s.c= t.s.h= t.t.a=ɾ
t.t.ac=t t.t.ai=t t.t.an=t t.t.e=ɾ t.t.e$=t t.t.ee= t.t.em=t t.t.en=t t.t.es=t t.t.h=t t.t.he=
t.t.i=ɾ t.t.l=ə t.t.o$=ɾ t.t.om=ɾ t.t.uc=ɾ t.u.a=uː t.u.be=uː t.u.cc=uː t.u.dy=ʌ t.u.e=uː t.u.g=ʌ
t.u.i=uː t.u.l=ə t.u.m=ə t.u.me=uː t.u.mo=uː t.u.na=ə t.u.ne=uː t.u.ni=uː t.u.o=uː t.u.p=uː
t.u.p$=ʌ t.u.ra=ɚ t.u.ri=ɚ t.u.s=ə t.u.sc=ʌ t.u.t=uː t.u.tt=ʌ t.v.$=v,iː t.y.a=ɪ t.y.c=ɪ t.y.l=aɪ
t.y.p=aɪ t.y.pi=ɪ t.y.pl=ɪ t.y.re=aɪ t.y.s=i t.z.$=s t.z.e=s t.z.k=s ta.n.ni=n ta.r.d$=ɚ te.a.ks=eɪ
te.c.h$=k te.l.le=ə te.r.fer= te.r.ma=ɚ te.r.nac=ɚ te.r.nit=ɜː te.r.pri=ɚ te.r.ri=ɹ te.r.ro=ɹ
te.r.se=ɚ te.r.va=ɚ te.r.ve=ɚ te.s.$$=s te.w.ar= tec.h.$$$= temp.e.ratu= tg.a.ge=ɪ th.a.lm=ə
th.a.n$=ə th.a.no=ə th.e.at=i th.e.le=ə th.e.re= th.e.rea=ɛ th.e.ri=ɚ th.e.ses=ə th.i.er=i
th.m.$$=ə,m th.m.s$=ə,m th.o.li= th.o.riz=ɚ th.o.rs= th.s.$$=s the.a.ter=ə the.r.es$=ɚ
them.a.tici=ə ti.g.er=ɡ ti.o.ch=ɑː tie.r.$$$=ɹ tim.e.ter=iː tl.e.me= tn.a.me=ə to.r.re= to.r.wa=ɚ
to.s.e$=s to.t.le=ɾ to.u.ch=ʌ to.u.gh=ʌ to.u.ri=ʊ,ɹ to.w.ar=w tou.r.$$$=ɹ tr.a.di=ə tr.a.li=eɪ
tr.a.nc=ə tr.a.pez=ə tr.a.teg=æ tr.a.ve=æ tr.a.ven=ə tr.e.ak=iː tr.e.as=ɛ tr.e.me=iː tr.e.men=ə
tr.e.mo=ɛ tr.e.nc=ɛ tr.e.ss=ə tr.i.ang=aɪ tr.i.ed=aɪ tr.i.na=iː tr.i.um=aɪ tr.o.n$=ɑː tr.o.nom=ɑː
tr.o.om=uː tr.o.ve=ə tr.o.vi=oʊ tr.o.we=aʊ tre.a.tin= tric.e.s$$$=iː tro.o.m$$= trum.e.ntal=ɛ
ts.e.$$=i ts.h.ir=tʃ tt.e.ri=ɚ tt.l.ed=l tu.a.li=æ tu.a.rt= tu.t.or=t u.a.c=ə u.a.d=ɑː u.a.g=ɪ
u.a.li=ɔː u.a.n=ɑː u.a.n$=ə u.a.nt=ɔː u.a.re=ɛ u.a.ri=ɛ u.a.rr=ɔː u.a.rt=ɔː u.a.ry=ɛ u.a.y$=
u.b.bl=b u.b.t= u.b.tr=b u.c.ca= u.c.ci= u.c.cu= u.c.ia= u.d.di= u.e.e=iː u.e.f= u.e.l=ə u.e.li=ɪ
u.e.n=ə u.e.rr=ɛ u.e.rt=ɛ u.e.ry=i,ə u.e.ss=ɛ u.e.st=ɛ u.e.t= u.e.t$=eɪ u.g.$=ɡ u.g.s=ɡ u.i.al=ɪ
u.i.de=aɪ u.i.e=aɪ u.i.gi=iː u.i.o=ɪ u.i.r=aɪ u.i.ri=aɪ,ɚ u.i.se= u.i.t$= u.i.te= u.i.to=iː u.i.z=ɪ
u.l.d$= u.l.dn= u.l.k=l u.l.ly=ə u.m.v=m u.n.ca=ŋ u.n.cl=ŋ u.n.co=ŋ u.n.cr=ŋ u.n.ct=ŋ u.n.ge=n
u.n.kn=n u.n.no=n u.o.n=ɑː u.o.r= u.o.t=oʊ u.o.u=ə u.r.b=ɜː u.r.c=ɜː u.r.ce=ɹ u.r.d=ɜː u.r.e=ɚ
u.r.ea=ɹ u.r.ee=ɹ u.r.el=ɹ u.r.en=ɹ u.r.er=ɹ u.r.et=ɹ,ɹ u.r.f=ɜː u.r.ho=ɚ u.r.im=ɹ,ɹ u.r.j=ɜː
u.r.k=ɜː u.r.l=ɜː u.r.m=ɜː u.r.n=ɜː u.r.o=ɹ,ɹ u.r.ol=ɹ u.r.ou=ɹ u.r.p=ɜː u.r.pa=ɚ u.r.pr=ɚ u.r.q=ɜː
u.r.r=ɜː u.r.r$= u.r.s=ɜː u.r.s$=ɚ u.r.se=ɹ u.r.su=ɚ u.r.t=ɜː u.r.v=ɚ u.r.va=ɜː u.r.ve=ɜː u.r.w=ɹ
u.r.z=ɜː u.s.$=s u.s.ab=z u.s.an=z u.s.ch=ʃ u.s.ed=z u.s.em=z u.s.er=z u.s.i=z u.s.il=s u.s.io=ʒ
u.s.iv=s u.s.li=z u.s.u=ʒ u.t.a$=ɾ u.t.ab=ɾ u.t.co=t u.t.ed=ɾ u.t.er=ɾ u.t.i= u.t.ic=ɾ u.t.ie=ɾ
u.t.il=ɾ u.t.in=t u.t.iv=t u.t.o=ɾ u.t.on=t u.t.op=t u.t.sc= u.t.tl=ɾ u.t.u=tʃ u.t.uk=ɾ u.u.m=j,uː
u.v.$=v,iː u.y.$=aɪ u.y.n=aɪ u.y.s=aɪ ua.r.re=ɹ ua.y.$$=aɪ uc.c.in=tʃ uc.c.um=k uc.e.st= uc.i.an=i
ud.d.in=d ue.e.ns= ug.a.ll=ə ug.a.rs= uga.r.s$$=ɚ ui.s.it=s ul.a.riz=ɚ ul.i.ne=ɪ ul.l.en=ə
ul.o.us=ə um.a.nis=ə un.a.te=ə un.a.wa=ə un.c.ia=s unt.a.in$= unt.a.ins= unta.i.n$$$=ɪ
unta.i.ns$$=ɪ up.a.nt=ə up.p.le= ur.a.gi=ɪ ur.a.nc=ə ur.a.nt=ɑː ur.a.tiv=ə ur.e.me= ur.g.er=ɡ
ur.g.ery=dʒ ur.r.$$=ɜː ur.t.le=ɾ urf.a.ce$=ɪ us.e.tt=ɪ us.i.as=i us.i.ne= usc.h.$$$= uv.e.ni=ə
v.a.ca=eɪ v.a.d=eɪ v.a.do=ɑː v.a.ge=ɪ v.a.k=æ v.a.li=æ v.a.ll=æ v.a.lu=æ v.a.lv=æ v.a.ne=ə v.a.nt=ə
v.a.r=ɛ v.a.r$=ɑː v.a.ra=ɑː,ɹ v.a.rg=ɑː v.a.rn=ɑː v.a.rt=ɑː v.a.s$=ə v.a.sa=ə v.a.si=eɪ v.c.$=s,iː
v.d.$=d,iː v.e.a= v.e.al=iː v.e.b= v.e.ga=iː v.e.i=eɪ v.e.l= v.e.l$=ə v.e.le=ə v.e.li=ə v.e.lo=ɛ
v.e.ls=ə v.e.m= v.e.n=ə v.e.ne=iː v.e.ng=ɛ v.e.ni=iː v.e.nm=ɛ v.e.np=ɛ v.e.nt=ɛ v.e.re=ɚ v.e.ri=ɚ
v.e.ss=ɛ v.e.st=ɛ v.e.to=iː v.e.y=eɪ v.i.at=ɪ v.i.b=aɪ v.i.di=aɪ v.i.e= v.i.e$=i v.i.en=ɪ v.i.er=i
v.i.es=i v.i.et=iː v.i.ki=aɪ v.i.l$=ə v.i.ls=ə v.i.ne=aɪ v.i.o=aɪ v.i.or=j v.i.ou=i v.i.ra=ɜː
v.i.ro=aɪ v.i.ru=aɪ v.i.sa=iː v.i.se=aɪ v.i.so=aɪ v.i.te=aɪ v.i.v=aɪ v.i.vi=ɪ v.i.z=ɪ v.o.c=ə
v.o.de=oʊ v.o.g=oʊ v.o.ir=w,ɑː v.o.lt=oʊ v.o.n$=ɑː v.o.ne=oʊ v.o.ni=oʊ v.o.nn=ɑː v.o.r$= v.o.ri=ɚ
v.o.rs= v.o.ry=ɚ v.o.t=oʊ v.o.u= v.o.us=ə v.o.w=aʊ v.y.w=i va.n.na=n va.t.is=t va.t.ory=t ve.h.icl=
ve.l.led=ə ve.r.ma=ɚ ve.r.na=ɚ ve.r.ri=ɚ ve.r.t$=ɜː ve.r.th=ɚ ve.r.tis=ɚ vi.r.on=ɹ w.a.b=ɑː
w.a.d=ɑː w.a.f=ɑː w.a.ge=eɪ w.a.h=ɑː w.a.ii= w.a.l=ɔː w.a.li=ɑː w.a.n=ə w.a.nd=ɔː w.a.ng=æ
w.a.nn=ɔː w.a.nt=ɔː w.a.r=ɔː w.a.rd= w.a.re=ɛ w.a.ri=ɛ w.a.s=ɑː w.a.st=eɪ w.a.t=ɔː w.a.tc=ɑː
w.a.th=ɑː w.a.ts=ɑː w.a.tt=ɑː w.e.a=ɛ w.e.ak=iː w.e.av=iː w.e.dd=ɛ w.e.ig=eɪ w.e.l$=ə w.e.ri=ɚ
w.e.ry=ɚ w.e.s=ɛ w.e.s$= w.e.y=eɪ w.g.i=ɡ w.h.a=ʌ w.h.al= w.h.e= w.i.d=aɪ w.i.do=ɪ w.i.dt=ɪ
w.i.e=iː w.i.fe=aɪ w.i.gh=aɪ w.i.ld=aɪ w.i.ne=aɪ w.i.r=aɪ w.i.rl= w.i.se=aɪ w.i.v=aɪ w.i.z=ɪ
w.o.g=uː w.o.l=ʊ w.o.m=ʊ w.o.mb=ɑː w.o.me=ɪ w.o.n=ʌ w.o.r= w.o.rr=ʌ w.o.u= w.o.ul=ʊ w.o.w=aʊ
w.s.c=z w.s.g=z w.s.p=z w.y.a=aɪ w.y.e=ɔɪ wa.r.d$=ɚ wa.r.ds=ɚ wc.o.mb=oʊ wf.o.ur=l,j wfo.u.r$$=uː,f
wfou.r.$$$$=ɔː,ɹ wh.a.t$= wh.e.re=ɛ wi.n.ge=ŋ wo.r.d$=ɹ wo.r.ds=ɜː wo.r.m$=ɜː wo.r.ms=ɜː wo.r.se=ɜː
wo.r.th=ɜː wo.u.nd=uː wr.e.st=ɛ wr.i.ti=aɪ x.a.ne=eɪ x.a.s=ə x.c.e= x.c.i= x.e.c=ɪ x.e.d=t x.e.i=eɪ
x.e.l=ə x.e.n=iː x.e.s=ɪ x.h.a= x.i.de=aɪ x.i.le=aɪ x.i.om=ɪ x.o.no=ɑː x.t.u=tʃ x.t.us=t x.t.y=t
x.u.a=uː x.y.h=ɪ xc.a.va=ə xc.e.ll= xe.d.$$= xe.r.ci=ɚ xp.e.cta=ɪ xp.e.di=ə xp.e.rim=ɛ y.a.g=
y.a.k=æ y.a.n=ə y.a.na=ɑː y.a.ng=ɑː y.a.nk=æ y.a.nn=æ y.a.rr=æ y.a.s$=ə y.c.h=k y.c.h$= y.c.ha=
y.c.he= y.e.a=ɪ y.e.ah=ɛ y.e.o= y.e.st=ɛ y.h.i=h y.i.e=iː y.n.c=ŋ y.o.k=oʊ y.o.m=oʊ y.o.n=ɑː
y.o.na=ə y.o.ne=w,ʌ y.o.r$= y.o.u= y.o.ur=ɔː y.r.e$=ɚ y.s.i=z y.s.ia=ʒ y.s.id=s y.s.is=s y.t.i=ɾ
y.t.im=t y.t.og=ɾ y.u.a=uː y.u.g=uː yc.h.ed= yl.a.nd=æ yl.e.ti=ɛ ym.o.ut=ə yn.c.ed=k yn.o.mi=oʊ
yo.u.th=uː yt.o.ge=oʊ z.a.h=ɑː z.a.i= z.a.k=æ z.a.r= z.a.rt=ɑː z.a.s=ə z.a.w=ɑː z.e.l=ə z.e.n=ə
z.e.ri=ɚ z.e.ro=i,ə z.e.s=ɪ z.e.ta=eɪ z.h.a= z.h.o= z.h.u= z.i.ne=iː z.i.o=aɪ z.l.e=ə z.o.d=oʊ
z.o.m=ɑː z.o.n=oʊ z.o.n$=ɑː z.o.nt=ɔː z.o.ol=uː z.o.p=ə z.o.r= z.o.v=ɑː z.u.b=j,uː z.y.m=aɪ
za.r.d$=ɚ za.r.ds=ɚ zl.e.$$=l zl.e.s$=l
"""
