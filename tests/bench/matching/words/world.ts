/**
 * Firms outside China for the background: towns, name words and trades by country.
 *
 * These are the other names in an importer's traffic; they keep the matcher honest on names that are
 * not place + brand + trade in Chinese order.
 */

export interface Country {
  readonly code: string;
  readonly weight: number;
  readonly towns: readonly string[];
  readonly words: readonly string[];
  readonly trades: readonly string[];
}

const lines: readonly string[] = [
  'VN|25|Ho Chi Minh City,Hanoi,Da Nang,Hai Phong,Binh Duong,Dong Nai,Bac Ninh,Hung Yen,Nam Dinh|Minh,Phat,Thanh,Cong,Hoang,Gia,Phu,Tan,Viet,Nam,Dai,Duong,Hung,Thinh,Long,Quang,Binh,An,Hoa,Thien,Phuoc,Tien,Dat,Loc,Vinh,Kim,Ngoc,Bao,Thuan,Hiep|Garment,Textile,Trading Service,Furniture,Seafood,Footwear,Production Trading,Import Export,Plastic,Packaging',
  'TR|15|Istanbul,Bursa,Denizli,Izmir,Gaziantep,Ankara,Konya,Kayseri|Yildiz,Aslan,Kaya,Demir,Ozturk,Akin,Bereket,Guven,Has,Anadolu,Ege,Marmara,Kardesler,Birlik,Ozdemir,Cinar,Sahin,Gunes,Altin,Yilmaz,Polat,Erdem,Koc,Tuna,Selcuk,Uludag|Tekstil,Tekstil Sanayi ve Ticaret,Dis Ticaret,Konfeksiyon,Gida,Makina,Iplik,Mensucat,Plastik',
  'IN|25|Mumbai,New Delhi,Tirupur,Ludhiana,Surat,Ahmedabad,Chennai,Bangalore,Kolkata,Panipat|Shree,Sai,Om,Ganesh,Krishna,Laxmi,Balaji,Mahavir,Jai,Ambika,Raj,Royal,Sunrise,Arvind,Kumar,Gupta,Agarwal,Patel,Shah,Mehta,Reddy,Rao,Singh,Bharat,Hindustan,Indo,Vardhman,Durga,Sri,Venkateshwara|Exports,Textiles,Fabrics,Overseas,Industries,Impex,Spinning Mills,Garments,International,Enterprises,Knitwear',
  'BD|15|Dhaka,Chittagong,Gazipur,Narayanganj,Savar,Ashulia|Ananta,Meghna,Padma,Square,Noman,Alif,Rupa,Shanta,Akij,Beximco,Fakir,Epyllion,Crystal,Sonia,Delta,Northern,Shasha,Al-Haj,Zaman,Rahman,Islam,Mondol,Pioneer,Esquire,Viyella|Apparels,Fashions,Knit Composite,Garments,Textile Mills,Sweaters,Composite,Denims,Knitwear',
  'PK|10|Karachi,Lahore,Faisalabad,Sialkot|Al,Noor,Gul,Sapphire,Crescent,Nishat,Lucky,Kohinoor,Masood,Sadaqat,Ahmad,Khan,Malik,Chenab,Indus,Ravi,Star,Siddiq,Yunus,Feroze|Textile Mills,Textiles,Fabrics,Industries,Weaving Mills,Enterprises,Sports',
  'MY|8|Kuala Lumpur,Penang,Johor Bahru,Shah Alam,Klang|Top,Hartalega,Seng,Hock,Lee,Tan,Jaya,Maju,Perdana,Wawasan,Mega,Kim,Heng,Huat,Soon,Bumi,Setia|Glove,Trading,Industries,Furniture,Rubber Products,Plastics,Foods,Timber',
  'ID|8|Jakarta,Bandung,Surabaya,Semarang,Tangerang|Indo,Maju,Jaya,Sinar,Abadi,Mas,Sejahtera,Pan,Karya,Mitra,Cahaya,Bina,Sumber,Makmur,Surya|Textile,Garment,Garmindo,Footwear,Industri,Furniture,Perkasa',
  'DE|12|Hamburg,Munich,Berlin,Stuttgart,Cologne,Bremen|Mueller,Schmidt,Schneider,Fischer,Weber,Becker,Hoffmann,Wagner,Klein,Wolf,Neumann,Schwarz,Braun,Hofmann,Lange,Krause,Vogel,Keller,Huber,Kaiser|Textil,Handel,Import,Maschinenbau,Moebel,Technik,Logistik,Elektronik',
  'IT|10|Milano,Prato,Como,Firenze,Napoli,Bologna|Rossi,Bianchi,Ferrari,Esposito,Romano,Colombo,Ricci,Marino,Greco,Bruno,Gallo,Conti,Costa,Mancini,Lombardi,Moretti|Tessuti,Tessile,Filati,Moda,Maglificio,Arredamenti,Meccanica',
  'FR|8|Paris,Lyon,Lille,Marseille|Martin,Bernard,Dubois,Durand,Moreau,Laurent,Simon,Michel,Lefebvre,Leroy,Roux,Fournier,Girard,Bonnet|Textiles,Distribution,Import,Mode,Industrie,Confection',
  'ES|8|Barcelona,Madrid,Valencia,Alicante|Garcia,Fernandez,Lopez,Martinez,Sanchez,Perez,Gomez,Ruiz,Diaz,Alvarez,Romero,Navarro,Torres|Textil,Comercial,Confecciones,Industrias,Quimica,Tejidos',
  'US|20|Los Angeles,New York,Chicago,Houston,Miami|Smith,Johnson,Williams,Brown,Jones,Miller,Davis,Wilson,Anderson,Taylor,American,Pacific,Liberty,Heritage,Premier,National,Summit,Frontier,Patriot,Evergreen|Apparel,Imports,Trading,Home Products,Industries,Foods,Logistics,Solutions',
  'GB|10|London,Manchester,Leicester,Birmingham|Smith,Jones,Taylor,Brown,Evans,Walker,Wright,Robinson,Thompson,White,Hughes,Edwards,Green,Hall,Albion,Kingsway,Regent|Textiles,Clothing,Imports,Trading,Foods,Furniture',
  'NL|6|Rotterdam,Amsterdam,Eindhoven,Tilburg|De Vries,Jansen,Bakker,Visser,Smit,Meijer,Mulder,Bos,Vos,Peters,Hendriks,Dekker,Brouwer|Handel,Import,Textiel,Logistics,Foods,Trading',
  'MX|6|Mexico City,Puebla,Monterrey,Tijuana|Hernandez,Garcia,Lopez,Gonzalez,Azteca,Maya,Norte,Sierra,Pacifico,Nacional,Industrial,Baja|Textiles,Agricola,Confecciones,Maquiladora,Comercializadora,Alimentos',
  'KZ|6|Almaty,Astana,Shymkent|Altyn,Zhetysu,Kazakh,Nur,Alatau,Baiterek,Otrar,Turan,Asyl,Dostyk,Samal|Trade,Cotton,Textile,Agro,Group,Logistics',
  'HK|30|Kowloon,Kwun Tong,Tsuen Wan,Wan Chai,Mongkok|Wing,Tai,Fook,Hing,Lee,Wah,Kwong,Sun,Yuen,Cheung,Kee,Man,Fat,Chun,Wai,Hang,Lung,Shing,On,Mei,Kin,Luen|Trading,Garments,Knitting Factory,International,Enterprises,Industrial,Toys,Electronics,Textiles',
  'TW|15|Taipei,Taichung,Tainan,Kaohsiung,Taoyuan|Ching,Hsing,Yung,Chang,Tai,Kuang,Hua,Sheng,Feng,Chien,Hung,Ming,Lung,Cheng,Chi,Shin,Far,Eastern,Nan,Formosa,Yuan,Li|Enterprise,Industrial,Textile,Electronics,Machinery,Plastics,Precision',
  'JP|8|Tokyo,Osaka,Nagoya,Kobe|Yamada,Tanaka,Suzuki,Sato,Ito,Watanabe,Nakamura,Kobayashi,Kato,Yoshida,Sumi,Mitsu,Dai,Nippon,Toyo,Asahi,Kyoei|Shoji,Kogyo,Trading,Industries,Boeki,Textile',
  'KR|8|Seoul,Busan,Incheon,Daegu|Han,Sung,Dae,Hyun,Young,Shin,Kwang,Woo,Jin,Dong,Il,Sam,Tae,Nam,Won,Hae|Trading,Textile,Industrial,Chemical,International,Tech',
];

export const countries: readonly Country[] = lines.map((line) => {
  const [code = '', weight = '0', towns = '', words = '', trades = ''] = line.split('|');
  return {
    code,
    weight: Number(weight),
    towns: towns.split(','),
    words: words.split(','),
    trades: trades.split(','),
  };
});
