package org.waymark.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What was found wrong with one document so far. An answer stays short, however many faults a document has. */
public final class Faults {

    private static final int REPORTED = 200;

    private final List<Fault> first = new ArrayList<>();
    private int count;

    /** Notes a fault of the value at a JSON pointer. */
    public void add(String pointer, String message) {
        add(pointer, () -> message);
    }

    /** A fault whose message costs something to find: it is not looked for where it will not be reported. */
    public void add(String pointer, Supplier<String> message) {
        count++;
        if (count <= REPORTED) {
            first.add(new Fault(pointer, message.get()));
        }
    }

    /** Whether there is one. */
    public boolean any() {
        return count > 0;
    }

    /** The first of them in the order of their finding, with a last line that says how many more there are. */
    public List<Fault> list() {
        List<Fault> list = new ArrayList<>(first);
        if (count > REPORTED) {
            list.add(new Fault("", "and " + (count - REPORTED) + " more faults, not listed here"));
        }
        return list;
    }
}
