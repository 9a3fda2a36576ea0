package org.waymark.trail;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much is recorded about one person.
 *
 * @param entries how many entries, from the first on; as sequences have no gaps, it says which
 */
public record Extent(Person person, int entries) {

    Stream<String> ids() {
        return IntStream.rangeClosed(1, entries).mapToObj(sequence -> Entry.id(person, sequence));
    }
}
