package org.waymark.ruleset.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Where headings are, for links that may be made before the heading that they lead to. An anchor is made of the
 * heading's text as GitHub makes it, so that links hold in the Markdown too.
 */
final class Anchors {

    private record Waiting(Link link, String key) {}

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<Heading, String> headings = new IdentityHashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** The key of a rule, by the id that its lines share. */
    static String rule(String family) {
        return "rule " + family;
    }

    static String factor(String id) {
        return "factor " + id;
    }

    static String group(String name) {
        return "group " + name;
    }

    static String chapter(String title) {
        return "chapter " + title;
    }

    /** Makes a heading known under a key. Headings must come in the order of the book. */
    void add(String key, Heading heading, String text) {
        String slug = text.toLowerCase(Locale.UK)
                .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                .replace(' ', '-');
        int before = taken.merge(slug, 1, Integer::sum) - 1;
        String id = before == 0 ? slug : slug + "-" + before;
        headings.put(heading, id);
        ids.putIfAbsent(key, id);
    }

    /** A link to whatever has this key, now or later. */
    Link link(String key) {
        Link link = new Link("", null);
        waiting.add(new Waiting(link, key));
        return link;
    }

    /** Fills in all links. One that leads nowhere becomes the text that it was. */
    void resolve() {
        for (Waiting one : waiting) {
            String id = ids.get(one.key());
            if (id != null) {
                one.link().setDestination("#" + id);
            } else {
                unwrap(one.link());
            }
        }
        waiting.clear();
    }

    private static void unwrap(Link link) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }

    /** The anchor of a heading. */
    String id(Heading heading) {
        return headings.getOrDefault(heading, "");
    }
}
