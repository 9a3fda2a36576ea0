package org.waymark.ruleset.safety;

/**
 * Two values of one factor of which the second must give at least what the first does.
 *
 * @param settles whether the second settles what the first leaves open
 * @param from number of the lesser value among the values of its aspect
 * @param to number of the greater one
 * @param lesser the lesser value as a report shows it: of those that lead to the same facts, the one that was meant
 * @param greater likewise the greater one
 */
record Step(Promise promise, boolean settles, int from, int to, Value lesser, Value greater) {}
