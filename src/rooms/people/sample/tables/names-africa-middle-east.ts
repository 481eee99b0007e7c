import { namesOf } from './name-table.ts';

// Written for this project from names common among Harrow's families; no list of real people was used.

/** Three names, one's own, the father's and the grandfather's; there is no family surname and a mother keeps her own chain. */
export const somali = namesOf({
  boys: 'Mohamed Abdirahman Ahmed Ali Yusuf Abdullahi Ibrahim Zakaria Hamza Liban Guled Ayub Bilal Khalid Sahal Ismail Abdiaziz Mustafa Faisal Sharmarke Mahad Adnan Salman Yahya', girls: 'Hodan Ayaan Sumaya Fartun Hibaq Khadra Ifrah Amal Hafsa Nasra Sagal Asha Najma Ilhan Fadumo Ruqiya Samira Hamdi Ubah Aniso Muna Deqa Zamzam Idil',
  men: 'Mohamed Abdi Hassan Ali Omar Farah Warsame Ismail Abdullahi Jama Nur Yusuf Ahmed Hussein Osman Aden Ibrahim Dahir Elmi Abdirahman Mohamud Bashir Said Roble Duale Guled Awale Hersi', women: 'Fadumo Halimo Sahra Maryan Amina Hawa Khadija Faiza Nimco Safia Shukri Zahra Ubah Saynab Hibo Asli Luul Deeqa Raho Fowzia Ayan Sacdiya', surnames: '',
});

export const westAfrican = namesOf({
  boys: 'David Samuel Daniel Emmanuel Joshua Tobi Ayomide Kofi Kwame Chidi Emeka Tunde Oluwaseun Kwabena Femi Ikenna Damilola Nathan Elijah Kojo Yaw Jeremiah Obinna Michael', girls: 'Esther Grace Blessing Abena Ama Adaeze Temitope Oluwadamilola Chioma Naomi Ruth Akosua Efua Ngozi Simi Deborah Tolu Amarachi Gift Hannah Adwoa Ifeoluwa Favour Rebecca',
  men: 'Emmanuel Samuel Kwame Kofi Tunde Babatunde Olumide Chukwuemeka Ifeanyi Yaw Akin Segun Kwaku Adebayo Uche', women: 'Grace Comfort Mercy Abena Folake Funmilayo Ngozi Nneka Akosua Yetunde Bukola Chinyere Esi Patience Adunni',
  surnames: 'Adeyemi Okafor Mensah Owusu Boateng Okonkwo Adebayo Ogunleye Asante Osei Nwosu Balogun Appiah Agyemang Eze Ojo Adeleke Amoah Antwi Olawale Williams Johnson Bello Okeke Danso Sarpong Afolabi Oyelaran',
});

export const caribbean = namesOf({
  boys: 'Jayden Malachi Isaiah Tyrese Kymani Zion Elijah Josiah Micah Reuben Nathaniel Theo Marcus Dante Kai Tyler Rico Andre Xavier Levi', girls: 'Aaliyah Shanice Naomi Kiara Imani Destiny Zahra Tiana Amara Jada Renee Nevaeh Kezia Faith Monique Tia Ebony Leah Sade Talia',
  men: 'Marlon Delroy Andre Leroy Winston Jermaine Dwayne Trevor Wayne Carlton Desmond Leon Curtis Anthony', women: 'Sharon Marcia Donna Yvonne Michelle Natalie Simone Keisha Tanya Beverley Paulette Jacqueline Nadine Claudette',
  surnames: 'Campbell Brown Williams Clarke Thompson Morgan Gordon Grant Francis Bailey Reid Stewart Henry Edwards Johnson Powell Lewis Walters Barrett Samuels Wallace Forbes Palmer Nelson Lindo Levy Dacosta McKenzie',
});

export const arab = namesOf({
  boys: 'Omar Yousef Ahmed Ali Hassan Ibrahim Karim Adam Zaid Mustafa Hussein Abdullah Khalid Rami Sami Tariq Anas Bilal', girls: 'Layla Noor Fatima Maryam Sara Zainab Yasmin Hala Rana Dana Lina Salma Aya Jana Huda Malak Tala Rawan',
  men: 'Mohammed Ahmad Ali Hassan Haider Khaled Samir Nabil Tarek Fadi Walid Bassam Raed Jamal Adel', women: 'Fatima Hanan Rania Samar Nadia Amal Suad Iman Lubna Mona Ghada Wafa Najla Reem Khadija',
  surnames: 'Al-Hassan Al-Khatib Al-Mousawi Haddad Khalil Mansour Saleh Al-Jabouri Abdelrahman El-Sayed Nasser Al-Masri Ibrahim Hamdan Al-Tamimi Darwish Said Fares Al-Rubaie Awad Younis Mahdi',
});

export const afghan = namesOf({
  boys: 'Ahmad Omid Farhad Yasin Edris Mustafa Arash Bilal Sohrab Milad Zubair Hamid Sami Ajmal Elyas Nasir', girls: 'Zahra Parwana Shabnam Nilofar Maryam Sahar Hosna Asra Laila Marwa Sodaba Yalda Freshta Hadia Bahar Palwasha',
  men: 'Mohammad Ahmad Abdul Habib Najib Rahim Karim Wahid Sayed Ghulam Zalmay Haroon Farid', women: 'Fatima Shakila Nazia Zarghona Latifa Roya Farida Homaira Nasima Sharifa Shukria Mina Gulalai',
  surnames: 'Ahmadi Ahmadzai Rahimi Noori Karimi Stanekzai Popal Haidari Azizi Hotak Mohammadi Sharifi Safi Wardak Amiri Yousufzai Hakimi Sultani',
});

export const iranian = namesOf({
  boys: 'Arya Kian Amir Daniel Parsa Arman Ryan Sina Nima Radin', girls: 'Parisa Ava Sara Darya Nika Yasmin Roxana Kimia Tina Helia',
  men: 'Reza Hamid Mehdi Ali Babak Farhad Kamran Siavash Behzad', women: 'Maryam Leila Shirin Nasrin Mahsa Azadeh Mina Farzaneh Nazanin', surnames: 'Hosseini Mohammadi Karimi Rezaei Ahmadi Moradi Jafari Rahimi Tehrani Farahani Ebrahimi Shirazi Kazemi',
});
