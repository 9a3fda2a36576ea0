package org.waymark.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of the document by its fields. A field that it may not have is a fault, never ignored. */
public final class Fields {

    private final Cursor object;

    private Fields(Cursor object) {
        this.object = object;
    }

    /** The object here, which may have these fields and no other; nothing where there is no object. */
    public static @Nullable Fields of(Cursor at, List<String> names) {
        if (!at.node().isObject()) {
            at.expected("an object");
            return null;
        }
        for (String name : at.node().propertyNames()) {
            if (!names.contains(name)) {
                at.faults()
                        .add(at.pointerTo(name), () -> "unknown field " + Quoted.of(name) + Nearest.hint(name, names));
            }
        }
        return new Fields(at);
    }

    /** Whether the field is there, be it right or wrong. */
    public boolean has(String name) {
        return object.node().has(name);
    }

    /** The place of a field that is there. */
    public Cursor at(String name) {
        return object.field(name);
    }

    /** A field that must be there; nothing where it is not, or has a fault. */
    public <T> @Nullable T required(String name, Reading<T> reading) {
        if (!has(name)) {
            object.faults().add(object.pointerTo(name), Quoted.of(name) + " is missing");
            return null;
        }
        return reading.read(at(name));
    }

    /** A field that may be left out; nothing where it is, or has a fault. */
    public <T> @Nullable T optional(String name, Reading<T> reading) {
        return has(name) ? reading.read(at(name)) : null;
    }
}
