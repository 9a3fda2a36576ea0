package org.waymark.screening.casefile;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which reports of an offence still stand: police may let drop later what they alleged before. */
final class Offences {

    private Offences() {}

    /** The reports, oldest first, less those that ended in no further action and those of a day that was let drop. */
    static List<Said> notDropped(List<Said> reported) {
        Set<LocalDate> dropped = new HashSet<>();
        for (Said one : reported) {
            if (one.isDropped()) {
                dropped.addAll(one.days());
            } else {
                dropped.removeAll(one.days());
            }
        }
        return reported.stream()
                .filter(one -> !one.isDropped())
                .filter(one -> one.days().isEmpty() || !dropped.containsAll(one.days()))
                .toList();
    }
}
