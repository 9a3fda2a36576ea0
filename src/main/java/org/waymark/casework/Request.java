package org.waymark.casework;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.assessment.Cursor;
import org.waymark.assessment.Faults;
import org.waymark.assessment.InvalidAssessment;
import org.waymark.casework.JudgementRefusal.Why;

/** Reads what somebody sends who wants something done. */
final class Request {

    private Request() {}

    /**
     * What the document says.
     *
     * @param reading gives nothing where there are faults, which are then reported
     * @throws JudgementRefusal with every fault
     */
    static <T> T read(byte[] document, Function<Cursor, @Nullable T> reading) throws JudgementRefusal {
        Faults faults = new Faults();
        T read;
        try {
            read = reading.apply(Cursor.of(document, faults));
        } catch (InvalidAssessment noJson) {
            throw JudgementRefusal.of(Why.MALFORMED, noJson.faults());
        }
        if (read == null || faults.any()) {
            throw JudgementRefusal.of(Why.FAULTY, faults.list());
        }
        return read;
    }
}
