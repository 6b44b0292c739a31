/** Invented people and places. Towns and postcode areas do not exist; telephone numbers come from the ranges kept free for drama. */
export const firstNames = [
  'Aaron', 'Abigail', 'Adaeze', 'Agnes', 'Ahmed', 'Aileen', 'Alasdair', 'Alma', 'Anil', 'Anneka', 'Arthur', 'Asha', 'Audrey', 'Barnaby', 'Beatrix', 'Bernard',
  'Bilal', 'Brenda', 'Bronwen', 'Carlos', 'Celia', 'Chidi', 'Clive', 'Colette', 'Cormac', 'Daphne', 'Darius', 'Deepa', 'Delroy', 'Derek', 'Dilys', 'Doreen',
  'Edith', 'Eleri', 'Elsie', 'Emeka', 'Enid', 'Erik', 'Esme', 'Farah', 'Fergus', 'Fiona', 'Frank', 'Freya', 'Gareth', 'Gita', 'Glenys', 'Gwen',
  'Hamish', 'Harriet', 'Hilda', 'Howard', 'Ibrahim', 'Ines', 'Iris', 'Ivor', 'Jacqui', 'Jamal', 'Janet', 'Jasmin', 'Joan', 'Kamal', 'Kathleen', 'Keith',
  'Kerry', 'Lionel', 'Lorna', 'Lucia', 'Magda', 'Malcolm', 'Marek', 'Maureen', 'Mei', 'Moira', 'Mustafa', 'Nadia', 'Neville', 'Nigel', 'Noreen', 'Olive',
  'Oscar', 'Padma', 'Pauline', 'Percy', 'Rashid', 'Rhona', 'Roland', 'Rosa', 'Rupert', 'Sabine', 'Samira', 'Sheila', 'Stuart', 'Sunita', 'Tariq', 'Thelma',
  'Ursula', 'Vera', 'Vikram', 'Wendy', 'Wilfred', 'Winnie', 'Yasmin', 'Zainab',
] as const;

export const lastNames = [
  'Abara', 'Ackworth', 'Aldous', 'Anstey', 'Appiah', 'Ashdown', 'Bagshaw', 'Balogun', 'Barlow', 'Beckwith', 'Bhatt', 'Birtles', 'Blenkin', 'Bolland', 'Bridger', 'Brocklebank',
  'Cadwallader', 'Calloway', 'Capstick', 'Chaudhry', 'Clegg', 'Coldwell', 'Copley', 'Crabtree', 'Dalgleish', 'Darby', 'Dempster', 'Dhillon', 'Dobie', 'Dunmore', 'Eastwick', 'Eccles',
  'Elphick', 'Fairclough', 'Farooq', 'Fenner', 'Fitch', 'Fothergill', 'Gadd', 'Garside', 'Gillard', 'Goodall', 'Gosling', 'Greaves', 'Hadfield', 'Halloran', 'Harker', 'Heppell',
  'Hibbert', 'Hollis', 'Hoskin', 'Ibekwe', 'Iqbal', 'Jagger', 'Jessop', 'Kaur', 'Kemble', 'Kershaw', 'Kowalczyk', 'Lamb', 'Larkin', 'Leadbetter', 'Lomax', 'Lumsden',
  'Maddox', 'Mallory', 'Marwood', 'Mbeki', 'Menzies', 'Midgley', 'Mulholland', 'Nettleton', 'Nwosu', 'Oakden', 'Ormerod', 'Osgood', 'Padgett', 'Parfitt', 'Pemberton', 'Pickles',
  'Pomfret', 'Quayle', 'Quigley', 'Rahman', 'Ramsbottom', 'Redfern', 'Renshaw', 'Rigby', 'Sagar', 'Sandiford', 'Scrivens', 'Seddon', 'Shackleton', 'Sidhu', 'Skelton', 'Sowerby',
  'Stanway', 'Sutcliffe', 'Tattersall', 'Thackray', 'Threlfall', 'Tindall', 'Truscott', 'Unsworth', 'Varley', 'Venables', 'Wadsworth', 'Wainwright', 'Whitlock', 'Wolstenholme', 'Yardley', 'Yilmaz',
] as const;

export const streets = [
  'Alder Croft', 'Almond Rise', 'Back Quay', 'Bakehouse Lane', 'Barley Mow Street', 'Bellfounder Road', 'Bramble Close', 'Bridle Way', 'Buttermere Drive', 'Canal Side', 'Chandler Row', 'Cloister Gardens',
  'Cobbler Street', 'Coldharbour Lane', 'Coopers Yard', 'Cormorant Way', 'Curlew Avenue', 'Dovecote Lane', 'Drover Street', 'Eider Court', 'Ferryman Road', 'Fletcher Terrace', 'Foundry Street', 'Gannet Close',
  'Glebe Meadow', 'Goosefoot Lane', 'Hawthorn Bank', 'Herring Row', 'Inkerman Place', 'Kelp Street', 'Larkfield Road', 'Lighterman Walk', 'Limekiln Hill', 'Malthouse Lane', 'Mariner Crescent', 'Millrace Street',
  'Netmaker Road', 'Orchard Garth', 'Osier Grove', 'Packhorse Lane', 'Plover Drive', 'Quarry Bank', 'Ropewalk', 'Saltpan Road', 'Sexton Street', 'Shepherd Close', 'Tannery Street', 'Teasel Way',
  'Thatcher Avenue', 'Tollgate Road', 'Tidewell Street', 'Wagoner Lane', 'Weaver Green', 'Wherry Court', 'Windlass Street', 'Yarrow Mews',
] as const;

/** Town and the postcode area that goes with it. */
export const towns = [
  ['Saltmere', 'QX1'], ['Little Harrow End', 'QX2'], ['Port Ellerby', 'QX3'], ['Wrenbury Cross', 'QV1'], ['Kings Tarn', 'QV2'], ['Dunwick', 'QV4'],
  ['Ashcombe Vale', 'QJ1'], ['Marlow Fell', 'QJ3'], ['Stonebeck', 'QJ5'], ['Hexley', 'QY1'], ['Thornsea', 'QY2'], ['Old Penford', 'QY6'],
] as const;

export const regions = ['Coast', 'Vale', 'Fells', 'Northmoor', 'Estuary', 'City'] as const;

export const jobs = [
  'a night porter', 'a school cook', 'a district nurse', 'a bus driver', 'a joiner', 'a childminder', 'a paramedic', 'a lorry driver', 'a teaching assistant', 'a baker', 'a hospital cleaner', 'a potter', 'a piano tuner', 'a vet nurse', 'a warehouse picker',
] as const;
