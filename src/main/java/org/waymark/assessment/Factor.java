package org.waymark.assessment;

/**
 * Something that may be observed about a young person, as {@code factors.csv} has it.
 *
 * @param id the code by which assessments and rules name it
 * @param label a short noun phrase for reports
 * @param unit the unit of a {@link FactorKind#MEASURE}, else empty
 * @param question what a screener would ask, in plain English
 * @param definition what counts as yes
 * @param domain the part of life it belongs to; {@code protective}, {@code status} and {@code proposal} have a meaning of their own to the safety checks
 * @param protectiveAnswer the answer that errs on the side of the child, where sources disagree
 * @param raiseOnly a sensitive factor that may only ever raise a result
 * @param offence whether it is something a young person is said to have done
 */
public record Factor(
        String id,
        String label,
        FactorKind kind,
        String unit,
        String question,
        String definition,
        String domain,
        Carries carries,
        Answer protectiveAnswer,
        boolean raiseOnly,
        boolean offence,
        String source) {}
