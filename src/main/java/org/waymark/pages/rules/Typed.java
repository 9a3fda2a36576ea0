package org.waymark.pages.rules;

import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What somebody typed into a form, to be shown to them again where it is refused. */
public final class Typed {

    /** Nothing typed yet. */
    static final Typed NOTHING = new Typed("", new LinkedMultiValueMap<>());

    private final String form;
    private final Map<String, List<String>> values;

    Typed(String form, MultiValueMap<String, String> values) {
        this.form = form;
        this.values = Map.copyOf(values);
    }

    /** What stands in a field; empty where that is nothing. */
    public String one(String field) {
        List<String> said = all(field);
        return said.isEmpty() ? "" : said.get(0).strip();
    }

    /** Everything that was chosen under one name. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether this was chosen, in this form. */
    public boolean has(String of, String field, String value) {
        return form.equals(of) && all(field).contains(value);
    }

    /** What stands in a field of this form; empty in any other. */
    public String in(String of, String field) {
        return form.equals(of) ? one(field) : "";
    }

    /** Whether this is the form that was sent. */
    public boolean is(String of) {
        return form.equals(of);
    }
}
