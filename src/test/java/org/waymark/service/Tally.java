package org.waymark.service;

/**
 * What became of all that was sent until now.
 *
 * @param sent different assessments that arrived at the broker
 * @param delivered how often they were delivered, repeats too
 * @param recorded decisions in the store
 * @param out different decisions on the topic of decisions
 * @param repeats how often one of them was there again
 * @param poison what could not be recorded
 * @param rejected how often such was on the topic of what is rejected, repeats too
 */
record Tally(int sent, int delivered, int recorded, int out, int repeats, int poison, int rejected) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** What came since. */
    Tally since(Tally before) {
        return new Tally(
                sent - before.sent,
                delivered - before.delivered,
                recorded - before.recorded,
                out - before.out,
                repeats - before.repeats,
                poison - before.poison,
                rejected - before.rejected);
    }

    /** In words, as the record of a run has it. */
    String told(String fault, int rounds) {
        return "%s: %d rounds, %d assessments sent in %d deliveries, %d recorded once, %d out, %d again; %d poisoned, %d rejected; %d lost"
                .formatted(fault, rounds, sent, delivered, recorded, out, repeats, poison, rejected, sent - recorded);
    }
}
