/**
 * Given names that usually stand for one another, folded, formal name first. Written for this project: English short forms
 * and the spellings of names common in outer London schools. Short on purpose: a wrong group hides a real difference.
 */
export const nicknameGroups: readonly string[] = [
  'alexander alex alec xander sasha', 'alexandra alex sandra lexi sasha', 'andrew andy drew', 'anthony tony ant antony',
  'benjamin ben benny benji', 'charles charlie chas', 'christopher chris kit topher', 'daniel dan danny', 'david dave davy',
  'edward ed eddie ted ned', 'frederick fred freddie freddy', 'george georgie', 'harrison harry', 'henry harry', 'jacob jake',
  'james jim jimmy jamie', 'john jon johnny jack', 'jonathan jon jonny jonathon', 'joseph joe joey', 'joshua josh',
  'lewis lew louis', 'matthew matt', 'michael mike mick micky', 'nathan nate', 'nathaniel nathan nate', 'nicholas nick nicky nicolas',
  'oliver ollie olly', 'patrick pat paddy', 'peter pete', 'philip phil phillip', 'richard rich rick ricky dick', 'robert rob bob bobby robbie',
  'samuel sam sammy', 'samantha sam sammy', 'stephen steve steven stevie', 'theodore theo teddy ted', 'thomas tom tommy', 'timothy tim',
  'william will bill billy liam', 'zachary zac zak zach', 'abigail abby abbie gail', 'amelia amy millie milly', 'catherine cathy kate katie katherine kathryn kat',
  'charlotte charlie lottie', 'christine chris chrissy tina', 'deborah debbie deb', 'eleanor ellie nell nora', 'elizabeth liz beth lizzie eliza betty libby elisabeth',
  'emily em emmie', 'evelyn evie eve', 'florence flo florrie', 'grace gracie', 'isabella bella izzy isabel isabelle', 'isabelle izzy belle isabel',
  'jennifer jen jenny', 'jessica jess jessie', 'josephine josie jo', 'katherine kate katie kathy', 'lucy lucie', 'madeleine maddie madeline', 'margaret maggie meg peggy',
  'matilda tilly tilda', 'natalie nat', 'olivia liv livvy', 'penelope penny', 'rebecca becky becca rebekah', 'rosemary rose rosie', 'sarah sally sara',
  'sophia sophie sofia', 'susan sue suzie', 'theresa tess terry teresa', 'victoria vicky tori', 'zoe zoey',
  'mohammed muhammad mohamed mohammad muhammed mohamad mo', 'ahmed ahmad', 'yusuf yousuf yousef youssef yosef', 'ibrahim ebrahim', 'hussein hussain husain hussien',
  'abdullah abdulla abdallah', 'abdirahman abdurahman abdulrahman abdi', 'fatima fathima faatimah fatimah fatma', 'aisha ayesha aysha aaishah', 'khadija khadijah kadija',
  'zainab zaynab zeinab', 'mariam maryam miriam mariyam', 'omar umar', 'osman uthman usman', 'lakshmi laxmi luxmi', 'krishna krish', 'vijay vijey', 'sivakumar shivakumar siva',
  'ioana oana', 'stefan stefanita', 'alexandru alex sandu', 'aleksandra ola', 'katarzyna kasia', 'malgorzata gosia', 'jakub kuba', 'wojciech wojtek', 'stanislaw staszek',
];
