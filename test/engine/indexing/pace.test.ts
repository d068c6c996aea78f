import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { Pace } from "../../../electron/engine/indexing/pace.ts";

/** A pace over a clock that the test moves. */
function paceAt(lookAtPower?: () => Promise<boolean | undefined>) {
  const clock = { nowMs: 0 };
  const timers: { act: () => void; atMs: number }[] = [];
  const eased: number[] = [];
  const pace = new Pace({
    ...(lookAtPower && { lookAtPower }),
    now: () => clock.nowMs,
    setTimer: (act, ms) => {
      const timer = { act, atMs: clock.nowMs + ms };
      timers.push(timer);
      return { [Symbol.dispose]: () => void timers.splice(timers.indexOf(timer), 1) };
    },
  });
  pace.onEase(() => eased.push(clock.nowMs));
  function passTo(nowMs: number): void {
    for (let due; (due = timers.find(({ atMs }) => atMs <= nowMs));) {
      timers.splice(timers.indexOf(due), 1);
      clock.nowMs = due.atMs;
      due.act();
    }
    clock.nowMs = nowMs;
  }
  return { pace, timers, eased, passTo };
}

test("indexing goes at full pace, and nothing ticks, while nobody says otherwise", () => {
  const { pace, timers } = paceAt();

  expect([pace.kind, pace.power, pace.unhurriedAtOnce]).toEqual(["full", "unknown", Infinity]);
  expect(timers).toEqual([]);
});

test("a busy user has the machine until about a second after the last sign of it", () => {
  const { pace, eased, passTo, timers } = paceAt();

  pace.stepBack();
  passTo(1000);
  pace.stepBack();
  passTo(2000);
  const during = [pace.kind, pace.unhurriedAtOnce, eased.length];
  passTo(2500);

  expect(during).toEqual(["gentle", 0, 0]);
  expect([pace.kind, eased, timers]).toEqual(["full", [2200], []]);
});

test("however often the page says so, one timer runs", () => {
  const { pace, timers } = paceAt();

  for (let call = 0; call < 50; call++) pace.stepBack();

  expect(timers).toHaveLength(1);
});

test("on battery one photo at a time is begun; on mains as many as there is room for", () => {
  const { pace, eased } = paceAt();

  pace.setPower({ onBattery: true });
  const onBattery = [pace.kind, pace.power, pace.unhurriedAtOnce];
  pace.setPower({ onBattery: false });

  expect(onBattery).toEqual(["gentle", "battery", 1]);
  expect([pace.kind, pace.power, pace.unhurriedAtOnce]).toEqual(["full", "mains", Infinity]);
  expect(eased).toHaveLength(2);
});

test("the power is looked at when there is work, at most once a minute", async () => {
  const looks: boolean[] = [];
  const { pace, passTo } = paceAt(async () => looks.push(true) > 1);

  await pace.look();
  await pace.look();
  const first = pace.power;
  passTo(60_000);
  await pace.look();

  expect([first, pace.power, looks.length]).toEqual(["mains", "battery", 2]);
});

test("whoever is told by the system knows better than who looks", async () => {
  const looks: boolean[] = [];
  const { pace } = paceAt(async () => looks.push(true) > 0);

  pace.setPower({ onBattery: false });
  await pace.look();

  expect([pace.power, looks]).toEqual(["mains", []]);
});

test("nothing is begun while the machine is being measured", () => {
  const { pace, eased } = paceAt();

  {
    using _ = pace.hold();
    expect(pace.unhurriedAtOnce).toBe(0);
  }

  expect([pace.unhurriedAtOnce, eased.length]).toEqual([Infinity, 1]);
});

test("paused, nothing is begun, not even what is on the screen; a share leaves cores to others", () => {
  const pace = new Pace();
  const eased: number[] = [];
  pace.onEase(() => eased.push(pace.unhurriedAtOnce));

  pace.choose({ isPaused: true, share: "full" });
  pace.choose({ isPaused: false, share: "quarter" });
  pace.choose({ isPaused: false, share: "full" });

  const quarter = Math.max(1, Math.floor(availableParallelism() / 4));
  expect(eased).toEqual([0, quarter, Infinity]);
});
