package dev.pacesetter.examples.simulator;

/**
 * A person with what is true about them.
 *
 * @param index position among all sellers
 * @param team position of the team
 * @param startsAt working minute from which the person gets deals
 * @param leavesAt working minute at which open deals are handed over; after the export if the
 *     person stays
 * @param joins whether the person joins during the simulation, on a ramp
 */
record Seller(
    int index,
    Person person,
    Archetype archetype,
    Habits habits,
    int team,
    int startsAt,
    int leavesAt,
    boolean joins) {

  boolean worksAt(int minute) {
    return startsAt <= minute && minute < leavesAt;
  }
}
