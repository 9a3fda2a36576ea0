package org.waymark.assessment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one kind of value is read. */
@FunctionalInterface
public interface Reading<T> {

    /** The value, or nothing where it has a fault, which is then reported. */
    @Nullable
    T read(Cursor at);

    /** An array of such values, at most so many of them; those with a fault are left out. */
    default Reading<List<T>> upTo(int most, String what) {
        return at -> list(at, most, what);
    }

    private @Nullable List<T> list(Cursor at, int most, String what) {
        if (!at.node().isArray()) {
            at.expected("an array of " + what);
            return null;
        }
        int size = at.node().size();
        if (size > most) {
            at.fault("has " + size + " " + what + ", allowed are " + most + " at most");
            return null;
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            T value = read(at.item(i));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
