/**
 * @file Where WordNet's words are not those of people: the decisions that no rule takes. Each word is meant in its
 * first sense that has classes.
 */

/** What WordNet keeps apart and people do not: every one of the first is one of the second, too. */
export const ALSO_KINDS_OF: Readonly<Record<string, string>> = {
  // Buses and trains.
  "public transport": "vehicle",
  // WordNet's first sense of food has dishes and drinks, its second has fruit, vegetables and bread.
  "solid food": "food",
};

/** Words that people take where WordNet puts another first. */
export const USUAL_WORDS = `drink`;

/** What everything else is sorted under: the last word of "tabby · cat · animal". The first that holds a class is taken. */
export const TOP_FAMILIES = `animal, person, drink, food, vehicle, musical instrument, weapon, furniture, clothing,
  building, computer, tool, machine, container, fungus, geological formation`;

/** Families that the texts in which WordNet counts words hardly mention. */
export const ALSO_FAMILIES = `alligator, ape, appliance, armor, baby bed, bear, beetle, big cat, bird of prey, boa, bowl,
  brass, bread, bus, butterfly, cabbage, calculator, camel, cobra, cooking utensil, coral, cosmetic, crab, cracker,
  crocodile, crustacean, dessert, dinosaur, dolphin, eagle, finch, footwear, fox, frog, gecko, glove, great ape, grouse,
  headdress, helmet, heron, jar, jewelry, jug, kangaroo, keyboard instrument, kitchen appliance, lemur, lizard, lobster,
  locomotive, mask, measuring instrument, motorcycle, mushroom, newt, oven, owl, parrot, penguin, pepper,
  percussion instrument, personal computer, place of worship, potato, pudding, punch, puzzle, ray, reptile, rodent,
  sailboat, salamander, sandwich, sauce, scarf, seal, shark, skirt, sled, snail, soup, spider, spoon, sports equipment,
  squash, stork, stringed instrument, swan, sweater, swimsuit, swine, telescope, thrush, timepiece, toiletry, turtle,
  utensil, van, viper, warship, whale, wind instrument, wolf, woodwind, writing implement`;

/** Words of the textbook and the warehouse, and those too vague for a photo: never shown, never offered, found all the same. */
export const UNSAID = `abstraction, adornment, agent, apparatus, apparel, aquatic vertebrate, solid food, area, arthropod, article,
  artifact, associate, athlete, attire, attribute, bar, barrier, berry, blower, board, bony fish, bovid,
  bowed stringed instrument, canine, carnivore, case, causal agent, chelonian, chordate, colubrid snake, commodity,
  communication, communication system, concoction, connection, constrictor, consumer goods, conveyance, course, covering,
  craft, creation, decoration, design, device, diapsid, anapsid, disk, door, drug, drygoods, durables, dwelling,
  equipment, establishment, even-toed ungulate, odd-toed ungulate, explorer, feed, filter, flavorer, floor cover, fluid,
  foodstuff, game, garment, gallinaceous bird, home appliance, horizontal surface, housing, implement, ingredient,
  instrument, instrumentality, invertebrate, lens, lepidopterous insect, leporid, liquid, living thing, loaf of bread, location, lock,
  magazine, material, matter, measure, mechanical device, mechanism, medium, memorial, mercantile establishment, metatherian,
  musteline mammal, natural depression, natural elevation, natural object, nutriment, obstruction, organism, oscine,
  package, paper, part, participant, passerine, peer, piece, piece of cloth, place of business,
  placental, plant organ, plant part, plate, platform, player, point, pool, product, protective covering, publication,
  rack, reflector, relation, reproductive structure, rig, ruminant, saurian, self-propelled vehicle, shade, shape, sheath,
  shelter, signal, signboard, solid, source of illumination, staff, stereo, stick, structure, substance, support,
  supporting structure, surface, system, teleost fish, tissue, top, transducer, trap, uniform, vascular plant,
  vertebrate, vessel, ware, weight, wheeled vehicle, work, workplace`;
