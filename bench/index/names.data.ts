/** Names for measuring the search, written for it alone: other tables than the demonstration's and than the folding's. */
export interface Tradition {
  share: number;
  girls: readonly string[];
  boys: readonly string[];
  families: readonly string[];
  /** Syllables that make the long tail of rarer family names. */
  syllables: readonly string[];
}

const list = (text: string): string[] => text.trim().split(/\s+/);

export const traditions: readonly Tradition[] = [
  {
    share: 34,
    girls:
      list(`Olivia Amelia Isla Ava Lily Freya Florence Willow Isabella Sienna Poppy Ivy Sophie Daisy Phoebe Evie Harriet Elsie Rosie Matilda
      Charlotte Emily Grace Ella Ruby Millie Alice Jessica Erin Chloe Lola Maisie Eliza Imogen Lucy Hannah Megan Bethany Georgia Abigail Holly
      Amber Jasmine Lauren Zoe Scarlett Summer Niamh Orla Darcey Violet Robyn Martha Penelope Thea Nancy Edith Beatrice Clara Rebecca`),
    boys: list(`Noah Oliver George Arthur Leo Theodore Archie Jack Freddie Alfie Henry Oscar Charlie Harry Jacob Thomas William James Joshua
      Ethan Logan Lucas Finley Albie Roman Jude Rory Reuben Toby Louie Frankie Ellis Stanley Harrison Sebastian Dylan Edward Max Daniel Callum
      Connor Liam Ryan Nathan Kieran Declan Bradley Tyler Jayden Riley Mason Hugo Felix Ralph Ted Ronnie Reggie Elliot Luke Michael`),
    families:
      list(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood
      Jackson Clarke Harris Lewis Turner Hill Cooper Ward Moore Martin Harrison Allen Baker King Lee Scott Young Morris Mitchell Carter Phillips
      Parker Bennett Cook Shaw Bailey Collins Marshall Richardson Murphy Kelly Stevens Foster Simpson Chapman Webb Ellis Hughes Fletcher Barnes
      Knight Reynolds Dixon Hunter Palmer Graham Barker Holmes Rogers Gibson Fisher Lawrence Butler Armstrong Payne Pearson Lloyd Jenkins Nicholson`),
    syllables:
      list(`Ash Beck Brad Brom Carl Clay Cotter Dal Dun Ed Fair Gal Had Hart Hol Kem Lang Mar Mid New Nor Old Pem Rad Row Sel Shel Stan
      Thorn Wal West Whit Win Wy ley ton field worth ham by well wick ford bourne more dale brook man stead wood ridge cott combe shaw croft`),
  },
  {
    share: 14,
    girls:
      list(`Fatima Ayesha Nusrat Sumaiya Tasnim Rahima Sultana Farzana Nazia Sadia Tahmina Rukhsana Shamima Jannat Maryam Anika Sabrina Nadia
      Labiba Mahira Tanjila Humaira Ruksar Sharmin Afia Mehjabin Rumana Shahida Halima Zara Inaya Raisa Samira Nabila Ishrat Kulsum`),
    boys: list(`Mohammed Muhammad Abdul Rahim Karim Shakil Tanvir Imran Rashed Nazrul Jamal Faisal Sajid Mahbub Rayhan Adnan Zakaria Ibrahim Yusuf
      Ismail Ayaan Rafi Shafi Nayeem Habib Anwar Salman Hasan Hussain Tariq Farhan Arman Kamran Nafis Mizan Sabbir`),
    families:
      list(`Begum Khatun Ali Miah Ahmed Hussain Rahman Uddin Islam Choudhury Khan Hoque Akhtar Bibi Alam Chowdhury Haque Sultana Karim Malik
      Ullah Sarkar Talukdar Mia Hossain Akter Aziz Kabir Majumder Siddique Bhuiyan Sheikh`),
    syllables:
      list(`Ab Ah Am An Ar Az Bak Bar Dul Fai Far Gha Had Ham Has Jah Jal Kam Lat Mah Man Mas Mon Muz Nas Qad Rab Raf Rah Sad Saj Shah Tal
      Zam ud din ullah man ad im ar ir eem oor an ain uddin`),
  },
  {
    share: 12,
    girls:
      list(`Hafsa Zainab Aleena Iqra Sana Hira Mahnoor Khadija Amna Rabia Saima Noor Aisha Bushra Nimra Kiran Sidra Anum Maira Laiba Uzma Fiza
      Mehreen Sobia Shazia Aliza Minahil Eshal Haniya Zoya`),
    boys: list(`Hamza Bilal Usman Umar Ali Haider Zain Hassan Shahzad Waqas Asad Junaid Kashif Nadeem Rizwan Saad Talha Zeeshan Arslan Daniyal Ehsan
      Faizan Haroon Irfan Khalid Luqman Musa Naveed Owais Qasim Rehan Sohail`),
    families:
      list(`Khan Hussain Ahmed Malik Mahmood Iqbal Akhtar Shah Mirza Butt Chaudhry Raja Bashir Rafiq Sheikh Qureshi Aslam Javed Siddiqui Rashid
      Awan Bhatti Dar Ghani Hashmi Kiani Latif Mughal Nawaz Parveen`),
    syllables: list(
      `Bash Chau Dur Ghul Had Iqb Jav Kha Lod Mal Maq Niaz Pir Qur Raj San Tah War Yaq Zah iri eshi ani ood oor awala dar zai khel`,
    ),
  },
  {
    share: 8,
    girls: list(
      `Hodan Ifrah Sahra Fadumo Hibo Nasra Ayaan Idil Ubah Hamdi Najma Sagal Deqa Filsan Ikran Safiya Asha Khadra Ruqiya Bilan Muna Zamzam`,
    ),
    boys: list(`Abdirahman Mohamed Abdullahi Liban Guled Hassan Mahad Zakariya Ayanle Abdi Farah Warsame Yahya Bashir Sharmarke Jama Mustafe Hirsi
      Abdiaziz Suleyman Anas Ridwan Yonis`),
    families:
      list(`Mohamed Ali Hassan Abdi Ahmed Hussein Omar Farah Yusuf Warsame Jama Ibrahim Osman Nur Aden Elmi Hersi Dahir Duale Isse Muse Guled
      Abdullahi Sheikh Barre Samatar Egal Roble Awale Hashi`),
    syllables: list(`Ab Ad Bar Dal Dir Far Ga Gel Har Has Hir Is Jim Ka Liba Mah Nuh Rob Sam Wa War di le me re she ye lle ane uur aale`),
  },
  {
    share: 8,
    girls: list(
      `Andreea Ioana Maria Elena Alexandra Daria Bianca Larisa Denisa Sorina Mihaela Ilinca Teodora Anca Raluca Carmen Simona Roxana`,
    ),
    boys: list(
      `Andrei Alexandru Stefan Ionut Mihai Cristian Gabriel Vlad Razvan Florin Marius Daniel Luca Matei Bogdan Ciprian Dragos Sorin`,
    ),
    families:
      list(`Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Rusu Munteanu Matei Constantin Marin Lazăr Ciobanu Florea Dinu Moldovan
      Ungureanu Tudor Șerban Țurcanu Barbu Neagu Preda Sandu`),
    syllables: list(
      `Al An Bar Bog Bra Buc Cal Cer Cio Cos Dob Dra Gri Ior Lup Mar Mir Ned Opr Pet Rad San Sto Tan Vas escu eanu aru ache oiu an`,
    ),
  },
  {
    share: 8,
    girls:
      list(`Chidinma Adaeze Temitope Folake Ngozi Chiamaka Ifeoma Yetunde Oluwaseun Damilola Ebere Blessing Favour Grace Esther Amara Simisola
      Abena Akosua Efua Ama Adwoa`),
    boys: list(`Chukwuemeka Oluwaseyi Tobiloba Ayodele Emeka Babatunde Kelechi Obinna Segun Tunde Ikenna Chinedu Femi David Daniel Emmanuel Samuel
      Kwame Kofi Kwabena Yaw Kojo`),
    families:
      list(`Okafor Adeyemi Okonkwo Balogun Eze Adebayo Nwosu Ogunleye Obi Afolabi Onyekachi Ojo Ibe Olawale Mensah Owusu Boateng Asante Osei
      Appiah Adjei Agyemang Bello Oyelaran Uche Akinola`),
    syllables:
      list(`Ade Aki Ani Ayo Bam Chi Dada Eke Fal Ige Iro Jim Kay Lawa Mba Nna Nwa Oba Odu Oga Oke Olu Omo Ona Ore Oso Oye Uzo bola dele
      femi gbe kola ola sola tayo wale yinka`),
  },
  {
    share: 6,
    girls: list(`Zuzanna Julia Maja Zofia Hanna Lena Alicja Oliwia Wiktoria Natalia Amelia Gabriela Kinga Martyna Agnieszka Justyna`),
    boys: list(`Jakub Szymon Kacper Filip Antoni Wojciech Michał Bartosz Mateusz Dawid Piotr Krzysztof Paweł Łukasz Kamil Adrian`),
    families:
      list(`Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur
      Kwiatkowski Krawczyk Piotrowski Grabowski Pawłowski Michalski`),
    syllables:
      list(`Bar Bor Chm Czar Dom Głow Gór Jab Jac Kal Kos Kras Lip Maj Mal Mar Now Ost Pol Rad Rut Sob Stan Urb Wal Zal owski icki ewicz ak
      czyk iak ek`),
  },
  {
    share: 5,
    girls: list(`Priya Anjali Kavya Diya Meera Riya Aarohi Sneha Nisha Lakshmi Divya Harini Thulasi Abirami Kavitha Sharmila`),
    boys: list(`Arjun Rohan Aarav Vihaan Dev Krish Nikhil Rahul Karthik Pranav Aditya Sanjay Vijay Suresh Ganesh Kumaran`),
    families: list(`Patel Shah Sharma Singh Kaur Kumar Gupta Mehta Desai Joshi Nair Iyer Reddy Rao Krishnan Sivakumar Nadarajah Selvarajah
      Balasubramaniam Ravindran Thavarajah Chandra Bhatt Trivedi`),
    syllables: list(
      `Bala Chan Dev Gan Han Jay Kan Kri Lak Mani Nar Para Raj Ram Sat Sel Siv Sri Sun Tha Vel Vij ram nathan lingam pal varan esh endra`,
    ),
  },
  {
    share: 3,
    girls: list(`Wei Mei Xin Yi Jing Li Hui Ying Xiaoling Yan Fang Na`),
    boys: list(`Wei Jun Ming Hao Yu Chen Jie Bo Lei Kai Zhi Feng`),
    families: list(`Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Chan Lam Cheung Ho Ng Wong Leung Lau Tang Lin`),
    syllables: list(`Ba Cai Dai Fan Gao He Jia Kong Lu Mao Nie Pan Qin Ren Shi Tan Wen Xie Yu Zeng`),
  },
  {
    share: 2,
    girls: list(`Elif Zeynep Defne Ayşe Fatma Ecrin Azra Nehir Merve Büşra`),
    boys: list(`Yusuf Eymen Mustafa Emir Kerem Ahmet Mehmet Burak Emre Çağan`),
    families: list(`Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özdemir Şimşek`),
    syllables: list(`Ak Al Bal Bay Boz Can Çak Dem Er Gök Gün Kar Kay Öz Sar Taş Tek Yıl demir oğlu türk kaya soy man er gül`),
  },
];

export const streets: readonly string[] =
  list(`Mile_End_Road Commercial_Street Roman_Road Bow_Road Station_Road High_Street Church_Lane Park_Avenue Victoria_Road Green_Lane Manor_Way
  Queens_Road Grove_Street Elm_Close Oak_Drive Mill_Lane Albert_Street Kings_Avenue Chapel_Street Bridge_Road Meadow_Way Alma_Grove Brick_Lane
  Old_Ford_Road Burdett_Road Chrisp_Street Poplar_Walk Salmon_Lane Cable_Street Wapping_Lane`).map((name) => name.replaceAll('_', ' '));

export const postcodeAreas: readonly string[] =
  list(`E N W NW SE SW EC WC HA UB TW KT SM CR BR DA RM IG EN AL B BA BB BD BH BL BN BS CA CB CF CH CM CO CT CV CW DE DH DL DN DT DY EX FY GL GU HD HG HP HR
  HU HX IP L LA LE LN LS LU M ME MK NE NG NN NR OL OX PE PL PO PR RG RH S SG SK SL SN SO SP SR SS ST SY TA TF TN TQ TR TS WA WD WF WN WR WS WV YO`);
