import { namesOf } from './name-table.ts';

// Written for this project from names common among Harrow's families; no list of real people was used.

export const gujarati = namesOf({
  boys: 'Krish Aarav Dev Jay Yash Dhruv Rohan Aryan Veer Neel Shiv Kian Om Parth Harsh Vivaan Ishaan Rishi Jaimin Smit Meet Ayaan Rudra Kavish Mihir Nirav Deep Darsh Hetul Raj Sahil Ansh Vraj Heer Tirth Aarush Aarin Jash Shyam Kunj Keyur Manav Pranav Reyansh Divit Hriday Jiyan Kiaan Nish Viaan',
  girls: 'Diya Anaya Riya Aarohi Priya Krisha Mahi Khushi Isha Nidhi Avni Kavya Jiya Siya Dhruvi Hetvi Aanya Anvi Saanvi Prisha Nisha Janvi Pooja Urvi Vidhi Shreya Trisha Tara Myra Kiara Hinal Jhanvi Zeel Vaidehi Rahi Misha Ishani Mira Radhika Drashti Aashvi Pari Charvi Navya Reva Shanaya Aarya Ira Vedika Yashvi',
  men: 'Rajesh Nilesh Jignesh Bhavesh Kamlesh Mahesh Suresh Dinesh Hitesh Mukesh Sanjay Ketan Paresh Ashok Bharat Vipul Dipesh Chirag Amit Manish Jayesh Nitin Pravin Mayur Kalpesh Alpesh Hemant Ritesh Tushar Viral Jatin Sunil Anil Kirit Harish',
  women: 'Hansa Bhavna Daksha Jyoti Kalpana Nayna Rekha Varsha Hetal Sonal Bhavini Dipti Kinnari Manisha Minal Pallavi Rupal Sejal Sheetal Trupti Urvashi Asmita Chetna Falguni Heena Jagruti Komal Mital Nisha Purvi Reena Sangita Smita Swati Tejal',
  surnames: 'Patel Patel Patel Patel Patel Patel Shah Shah Shah Mistry Desai Mehta Parmar Solanki Chauhan Gandhi Joshi Pandya Trivedi Bhatt Vyas Dave Raval Panchal Prajapati Lad Amin Modi Kotecha Thakkar Vaghela Rathod Makwana Gohil Jadeja Popat Kanabar Raja Halai Hirani Vekaria Kerai Rabadia Varsani Pindoria Bhudia',
});

export const punjabi = namesOf({
  boys: 'Arjan Gurpreet Harjot Jaspreet Manveer Navdeep Sukhman Fateh Jovan Karan Prabhjot Amar Gurfateh Jeevan Taran Rajan Simran Armaan Kiratpal Dilraj', girls: 'Simran Jasleen Harleen Manpreet Kirandeep Avneet Gurleen Jaspreet Navneet Anaya Prabhleen Mehar Asees Harsimrat Amrit Taran Sehaj Japleen Ravneet Kirat',
  men: 'Gurdeep Balwinder Sukhdev Harpreet Jasvir Kulwinder Manjit Parmjit Rajinder Satnam Surinder Baljit Amarjit Davinder Jagdeep', women: 'Harjinder Baljinder Kulwinder Manjit Paramjit Rajwinder Sukhwinder Amandeep Gurpreet Jasbir Kamaljit Narinder Ravinder Satinder Sharanjit',
  surnames: 'Gill Sandhu Dhillon Sidhu Grewal Bains Sahota Bhogal Matharu Johal Virdee Kalsi Chana Panesar Atwal Rai Mann Uppal Dhaliwal Brar',
});

export const indianOther = namesOf({
  boys: 'Aditya Arjun Advait Vihaan Siddharth Karthik Pranav Rohit Varun Nikhil Ved Shaurya Atharv Ritvik Akshay Sai Tejas Ayush Abhinav Hrithik', girls: 'Ananya Aditi Sanvi Meera Lakshmi Sahasra Ishita Advika Nandini Shruti Tanvi Gayatri Anika Sneha Pavithra Keerthi Aishwarya Divya Rachana Deepika',
  men: 'Srinivas Venkatesh Ravi Ramesh Sandeep Pradeep Anand Vivek Ajay Vikram Naveen Kiran Prasad Arun Rakesh', women: 'Lakshmi Sunitha Padma Anitha Kavitha Swapna Deepa Shilpa Priya Rashmi Sushma Vidya Madhavi Radha Archana',
  surnames: 'Reddy Rao Sharma Gupta Iyer Nair Kulkarni Deshmukh Joshi Singh Kumar Verma Menon Pillai Naidu Patil Agarwal Banerjee Mukherjee Fernandes DSouza Pereira Chowdary Varma Jain Kapoor Malhotra Thomas Varghese Jose',
});

/** No family surname: a child's second name is the father's given name, a wife's the husband's; `conventions.ts` does it. */
export const tamil = namesOf({
  boys: 'Kavin Aaran Athavan Dharshan Harish Kabilan Kishan Mathusan Nilavan Pranavan Rishikesh Sanjeevan Sathurshan Tharun Vithushan Akshayan Arivan Ashvin Gajan Jathusan Keeran Luxshan Maheesan Nithusan Oviyan Piranavan Raagavan Sayan Thanush Varunan Yathavan Aathiran Inban Kapilan Sujeevan Thushan Vaishnavan Kirushan',
  girls: 'Abirami Aaruthra Dharshika Harini Janani Kavisha Keerthana Luxmika Maathumai Nila Oviya Pavithra Raksha Sahana Tharshana Vaishnavi Yazhini Aathmika Anushka Bairavi Gajani Iniya Jathusha Kayal Lathika Mathumitha Nivetha Piriyanka Sanjana Thanushka Vithusha Abinaya Akshara Dhanya Kiruthika Mithula Sujitha Thulasi',
  men: 'Sivakumar Selvaratnam Thirukumaran Kandasamy Rajaratnam Sritharan Jeyakumar Yogeswaran Nadarajah Balasubramaniam Ganeshan Kugathasan Mahendran Nagarajah Paramanathan Ravindran Sathiyaseelan Tharmalingam Uthayakumar Vigneswaran Ketheeswaran Srikanthan Raveendran Puvanendran Mohanathas Kirubakaran Jeyaseelan Gnanasekaram Chandrakumar Arulanantham Thavarajah Sivanesan Sasikaran Pathmanathan Loganathan Karunakaran Indrakumar Elankumaran Baskaran Thayaparan Suthakaran Rajkumar',
  women: 'Sivagowri Selvarani Thavamalar Kamaleswary Rajeswary Sriranjini Jeyanthi Yogeswary Vasantha Bamini Gowri Kuganthini Mathivathani Nageswary Pathmavathy Ratnamalar Sathyabama Tharani Uthayakumari Vijayaluxmi Nirmala Sharmila Sumathy Thayalini Vathsala Shanthini Premavathy Nalini Mangaleswary Luxmy Kalaivani Jasintha Geetha Dhayalini',
  surnames: '',
});

export const pakistani = namesOf({
  boys: 'Muhammad Mohammed Ahmed Ali Hamza Ibrahim Yusuf Zain Hassan Hussain Bilal Umar Abdullah Rayyan Ayaan Zakariya Musa Haris Adam Eesa Daniyal Faizan Talha Saad Shayan Rehan Usman Sufyan Arham Mikaeel', girls: 'Fatima Aisha Zainab Maryam Hafsa Amina Zara Aleena Iman Khadija Noor Sana Inaaya Hania Mahnoor Eshal Anabia Zoya Ayesha Rabia Maha Sumaiya Areeba Laiba Hiba Safa Minahil Alishba Mishal Dua',
  men: 'Muhammad Mohammad Tariq Imran Asif Naveed Kashif Shahid Khalid Nadeem Zahid Adnan Faisal Waqas Amjad Sajid Rizwan Javed Yasir Arshad', women: 'Shazia Nasreen Rukhsana Farzana Saima Samina Shabana Tahira Uzma Nadia Rubina Kausar Bushra Sadia Asma Humaira Noreen Parveen Yasmin Rehana',
  surnames: 'Khan Hussain Ahmed Ali Malik Iqbal Mahmood Butt Shah Akhtar Chaudhry Mirza Raja Qureshi Sheikh Siddiqui Rehman Aslam Bhatti Dar Javed Rana Hashmi Ansari Syed Awan Abbasi Baig',
});

/** Women's second names (Begum, Khatun, Akter) are not family names; `conventions.ts` does it. */
export const bangladeshi = namesOf({
  boys: 'Mohammed Rayhan Tahmid Ibrahim Zayan Ayan Rafi Nafis Ismail Tanvir Sami Jubair Mahdi Yasin Fahim', girls: 'Maryam Aisha Nusrat Tasnim Sumaiya Fariha Jannat Raisa Mahira Anisa Samiha Tahmina Hafsa Zara Ishrat',
  men: 'Abdul Mohammed Kamal Shahin Jamal Rafiqul Nurul Shafiq Habibur Mizanur Faruk Azad Anwar Belal', women: 'Rahima Salma Shirin Nazma Hasina Rehana Fatema Monwara Jahanara Sultana Rina Ruma Shahena Taslima',
  surnames: 'Miah Uddin Islam Rahman Hussain Ahmed Choudhury Ali Khan Alam Haque Hoque Karim Malik',
});

export const sinhala = namesOf({
  boys: 'Senuka Sasindu Dinuk Thisara Kavindu Nethmin Savin Oneth Vihanga Yenul', girls: 'Senuli Nethmi Dinara Sanuli Yenuli Oshadi Thisuni Amaya Kavindi Sithumi',
  men: 'Chaminda Nuwan Sanath Ruwan Lasantha Prasanna Asanka Dinesh', women: 'Nilmini Chandrika Dilani Sanduni Kumari Ruwani Anoma Thilini', surnames: 'Perera Fernando Silva Jayasinghe Bandara Dissanayake Ranasinghe Wickramasinghe Gunawardena Herath Rajapaksha Senanayake',
});

export const nepali = namesOf({
  boys: 'Aayush Bibek Prabin Sujal Aarav Nischal Rohan Samir Bishal Anish', girls: 'Aarati Binita Prakriti Sushma Asmita Smriti Anisha Rejina Sabina Sneha',
  men: 'Ram Bahadur Krishna Dil Hari Prem Shyam Tek', women: 'Sita Maya Gita Kamala Laxmi Bimala Sunita Devi', surnames: 'Gurung Thapa Rai Limbu Magar Tamang Shrestha Karki Pun Sherpa Adhikari Khadka',
});
