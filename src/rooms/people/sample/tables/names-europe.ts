import { namesOf } from './name-table.ts';

/**
 * Children's names are the most given in England and Wales, 2006 to 2020, in that order (Office for National Statistics, baby names,
 * Open Government Licence v3.0); all other lists were written for this project.
 */
export const english = namesOf({
  boys: 'Oliver Jack Harry Thomas Charlie George Joshua William Alfie James Jacob Noah Oscar Daniel Samuel Ethan Joseph Leo Henry Alexander Archie Benjamin Max Lucas Dylan Isaac Freddie Logan Riley Jake Edward Harrison Finley Adam Mason Theo Arthur Lewis Tyler Luke Ryan Matthew Jayden Sebastian Liam Callum Harvey Zachary Toby David Michael Nathan Harley Theodore Connor Reuben Luca Jamie Charles Louis Alex Louie Tommy Elijah Aaron Owen Kai Jude Gabriel Cameron Teddy Leon Frankie Elliot Bobby Hugo Jenson Stanley Frederick Rory Blake Rhys Finlay Kian Ellis Albert Ollie Ronnie Arlo Ben Caleb Evan Elliott Aiden Robert Reggie Dexter Kyle Joel John Roman Bailey Sonny Jaxon Felix Bradley Albie Dominic Billy Finn Jackson Austin Reece Carter Ashton Hayden Aidan Christopher Rowan Tobias Seth Patrick Sam Brandon Jasper Cody Jesse Taylor Alfred Kieran Corey Kayden Nathaniel',
  girls: 'Olivia Amelia Emily Jessica Grace Lily Sophie Ruby Ava Mia Isabella Chloe Evie Ella Isla Poppy Charlotte Sophia Freya Isabelle Daisy Phoebe Lucy Scarlett Millie Ellie Alice Sienna Holly Eva Hannah Florence Imogen Matilda Erin Maisie Megan Rosie Molly Lola Sofia Elizabeth Abigail Layla Emma Evelyn Jasmine Summer Lilly Maya Katie Willow Eleanor Elsie Amber Georgia Emilia Amy Ivy Esme Gracie Amelie Harriet Leah Eliza Brooke Anna Zara Lexi Lacey Rose Bethany Isabel Madison Bella Annabelle Martha Maria Paige Violet Faith Keira Harper Sarah Maddison Isobel Caitlin Niamh Zoe Hollie Rebecca Skye Julia Francesca Lauren Heidi Thea Sara Nancy Lottie Lydia Victoria Penelope Alexandra Darcie Mollie Libby Beatrice Darcey Tilly Eloise Robyn Darcy Lara Tia Luna Nicole Mila Eve Iris Mya Aria Lexie Gabriella Orla Arabella Annie Lyla Aimee Eden Clara Bonnie Laura Alicia Annabel',
  men: 'David Paul Andrew Mark Christopher Stephen Michael James Simon Richard Daniel Matthew Ian Robert Jonathan Peter Lee Martin Gary Craig Stuart Neil Adam Thomas Benjamin Kevin Darren Alan Philip Steven Jason Anthony Nicholas Timothy Scott Gareth Luke Ross Nathan Edward Joseph Samuel Ryan Karl Wayne Dean Carl Marc Graham Russell',
  women: 'Sarah Claire Nicola Emma Lisa Joanne Michelle Helen Samantha Karen Victoria Rachel Louise Julie Clare Rebecca Sharon Tracey Caroline Amanda Kelly Jennifer Katherine Alison Laura Gemma Hannah Amy Charlotte Kerry Natalie Leanne Hayley Danielle Stacey Kirsty Stephanie Jessica Lucy Kate Anna Donna Jane Elizabeth Zoe Lynsey Melanie Heather Catherine Abigail',
  surnames: 'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Clark Harris Lewis Turner Hill Cooper Ward Moore Morris Watson Harrison Morgan Baker King Allen James Scott Phillips Davis Price Martin Bennett Young Parker Bailey Shaw Griffiths Collins Richardson Cook Cox Carter Mitchell Marshall Webb Ellis Simpson Stevens Mills Hunt Palmer Rogers Gibson Fisher Barnes Knight Lloyd Butler Russell Barker Dixon Fletcher Chapman Powell Pearson Holmes Hughes Edwards Elliott Foster Saunders Mason Reynolds Hawkins Bradley Dawson Lawrence Armstrong Atkinson Payne Burton Fox Gardner Francis Stone Bishop Spencer Reid Ford Porter Walsh Day Cole West Hart Matthews Dean Page Newman Barrett Wells Sharp Lane Woods Harvey Cross Rose Nicholls Watts Perry Owen Howard May Bird Wheeler Long Arnold Austin Bates Kemp Frost Burgess Potter Goddard Tucker Osborne Nash Norris Bolton Winter Parsons Hancock',
});

export const irish = namesOf({
  boys: 'Conor Sean Cillian Oisin Fionn Ronan Darragh Eoin Patrick Liam Cian Rory Declan Aidan Finn Tadhg Callum Michael Daniel James',
  girls: 'Aoife Niamh Saoirse Ciara Orla Roisin Caoimhe Sinead Erin Grace Siobhan Maeve Eabha Clodagh Aisling Mary Kate Ella Fiadh Sadhbh',
  men: 'Patrick Michael John Declan Brendan Kevin Liam Padraig Eamon Sean Gerard Colm Niall Dermot Brian',
  women: 'Mary Bridget Siobhan Sinead Deirdre Maureen Fiona Orla Grainne Noreen Aoife Catherine Margaret Eileen Una',
  surnames: "O'Brien O'Connor O'Sullivan Murphy Kelly Byrne Ryan O'Neill O'Reilly Doyle McCarthy Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLoughlin O'Carroll Connolly Daly O'Connell Wilson Dunne Brennan Burke Collins Campbell Clarke Hughes Farrell Fitzgerald Nolan Lyons Cullen Fitzpatrick McDonagh Ward Cash Connors",
});

export const romanian = namesOf({
  boys: 'Andrei David Alexandru Ștefan Matei Luca Ionuț Gabriel Mihai Cristian Darius Rareș Robert Eduard Tudor Vlad Cătălin Răzvan Sebastian Denis Nicolae Florin Radu Dragoș Iustin Mario Raul Patrick Beniamin Albert',
  girls: 'Maria Andreea Ioana Alexandra Elena Sofia Daria Ana Antonia Ștefania Bianca Mădălina Gabriela Denisa Larisa Teodora Ilinca Eva Anastasia Cătălina Raluca Diana Adelina Roxana Rebeca Sara Ariana Briana Medeea Timeea',
  men: 'Ion Gheorghe Vasile Constantin Nicolae Mihai Florin Adrian Cristian Marius Dănuț Ionel Sorin Bogdan Cătălin Răzvan Ștefan Viorel Costel Valentin',
  women: 'Elena Ioana Mihaela Maria Cristina Daniela Mariana Simona Gabriela Mădălina Florentina Nicoleta Loredana Ramona Oana Alina Monica Violeta Rodica Georgiana',
  surnames: 'Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Matei Rusu Munteanu Șerban Țurcanu Constantinescu Moldovan Dobre Barbu Nistor Florea Dinu Lazăr Văduva Ciobanu Mureșan Sandu Tudose Crăciun Iordache Neagu Păun Cojocaru Bălan Anghel Olteanu Tănase Bîrsan Drăgan Manea Vasilescu Voicu Ene Preda Ungureanu Pîrvu Căldăraru',
});

/** Surnames ending in -ski are -ska for women and girls; `conventions.ts` does it. */
export const polish = namesOf({
  boys: 'Jakub Filip Kacper Szymon Oskar Mateusz Michał Wojciech Igor Antoni Dawid Bartosz Adam Aleksander Jan Mikołaj Łukasz Krzysztof Stanisław Tomasz Wiktor Nikodem',
  girls: 'Zuzanna Maja Julia Zofia Hanna Lena Oliwia Amelia Wiktoria Aleksandra Natalia Małgorzata Katarzyna Weronika Pola Gabriela Anna Emilia Karolina Nadia Łucja Maria',
  men: 'Piotr Krzysztof Andrzej Tomasz Paweł Marcin Michał Marek Grzegorz Łukasz Adam Zbigniew Rafał Robert Mariusz Dariusz Jacek Sławomir',
  women: 'Anna Katarzyna Agnieszka Małgorzata Magdalena Monika Joanna Ewa Beata Aleksandra Sylwia Dorota Iwona Justyna Karolina Marta Renata Izabela',
  surnames: 'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Pawlak Górski',
});

export const albanian = namesOf({
  boys: 'Ardit Luan Erion Arlind Ajan Noel Aron Dion Klaudio Ensar Ergi Leart Drin Gent',
  girls: 'Era Ajla Amelia Elira Arta Dea Melisa Sara Klea Anisa Enisa Ema Luana Besa',
  men: 'Arben Agim Besnik Ilir Fatmir Artan Altin Gëzim Shpëtim Bujar Dritan Edmond', women: 'Mimoza Elona Drita Teuta Vjollca Lindita Ermira Valbona Blerta Anila Shpresa Flutura',
  surnames: 'Hoxha Shehu Prifti Gjoka Krasniqi Gashi Berisha Dervishi Çela Kola Leka Marku Hysa Rama Meta Bardhi Brahimi Lleshi',
});

/** Mother's surname, then father's; `conventions.ts` does it. */
export const portuguese = namesOf({
  boys: 'João Gabriel Miguel Lucas Pedro Rafael Davi Enzo Gustavo Tiago Duarte Martim Santiago Vinícius Matheus Bernardo', girls: 'Beatriz Maria Alice Sofia Laura Leonor Inês Matilde Luísa Carolina Letícia Júlia Valentina Ana Mariana Lara',
  men: 'José Carlos Paulo António Luís Marcelo Fernando Ricardo Sérgio Fábio André Rodrigo Leandro Nuno', women: 'Ana Sandra Patrícia Fernanda Juliana Aline Cláudia Márcia Vanessa Renata Teresa Adriana Conceição Fátima',
  surnames: 'Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Gonçalves Fernandes Araújo Magalhães Simões Brandão',
});
