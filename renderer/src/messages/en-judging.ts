/** @file The texts of comparing photos and of going through them one by one, by the rules of en.ts. */
export const enJudging = {
  "compare.name": "Compare",
  "survey.name": "Survey",
  "compare.photos": "Photos to compare",
  "compare.lock": "Lock zoom",
  "compare.swap": "Swap",
  "compare.target": "Marks and tags go to {name}",
  "compare.needs": "Select 2 to 4 photos to compare them.",
  "survey.needs": "Select 2 to 12 photos to survey them.",

  "cull.name": "Culling",
  "cull.close": "Close culling",
  "cull.nothing": "No photos to go through.",
  "cull.picks": "{count, plural, one {# pick} other {# picks}}",
  "cull.out": "{count, number} out",
  "cull.burst": "Burst",
  "cull.burst.place": "Burst, {index, number} of {total, number}",
  "cull.end":
    "{count, plural, one {You have seen the one photo.} other {You have seen all # photos.}}",
  "cull.end.picks": "Picks",
  "cull.end.rejects": "Out",
  "cull.number": "{count, number}",
  "cull.show-picks": "Show picks",
  "cull.show-rejects": "Show rejects",
  "cull.trash": "Move rejects to trash",
  "cull.back": "Back to the last photo",

  "judge.marks": "Marks",
  "judge.video": "A video. The viewer plays it.",
  "judge.pick": "Picked",
  "judge.reject": "Rejected",
  "judge.mark": "{mark}.",
  "judge.mark.next": "{mark}. {index, number} of {total, number}.",

  "menu.compare": "Compare",
  "menu.survey": "Survey",
  "menu.cull": "Cull",
  "action.done": "Done",

  "keys.compare":
    "Compare 2 to 4 selected photos; arrows choose one, Z zooms all while zoom is locked",
  "keys.survey": "Survey up to 12 selected photos",
  "keys.cull": "Go through the photos one by one; ↑ ↓ stay within a burst",
} as const;
