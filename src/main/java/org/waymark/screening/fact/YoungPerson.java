package org.waymark.screening.fact;

/** An age that the young person may have: in whole years, in whole months, and in days until they are 18. */
public record YoungPerson(int age, int months, int daysTo18) implements Fact {}
