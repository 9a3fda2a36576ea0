package org.waymark.ruleset.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.waymark.ruleset.words.Phrase;

/**
 * Running text of the book, put together piece by piece, and used once.
 *
 * <p>INVARIANT: whatever anybody wrote goes into a text or code node, never through a Markdown parser; the renderers
 * escape both.
 */
final class Line {

    private final Anchors anchors;
    private final List<Node> nodes = new ArrayList<>();

    Line(Anchors anchors) {
        this.anchors = anchors;
    }

    Line text(String text) {
        if (!text.isEmpty()) {
            nodes.add(new Text(visible(text)));
        }
        return this;
    }

    /** Line breaks, tabs and characters that nobody sees have no place in a line. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
    }

    Line strong(String text) {
        if (!text.isBlank()) {
            StrongEmphasis strong = new StrongEmphasis("**");
            strong.appendChild(new Text(visible(text)));
            nodes.add(strong);
        }
        return this;
    }

    Line code(String text) {
        nodes.add(new Code(visible(text)));
        return this;
    }

    Line link(String key, String text) {
        Link link = anchors.link(key);
        link.appendChild(new Text(visible(text)));
        nodes.add(link);
        return this;
    }

    /** A phrase with its factors and groups linked and its figures set off. */
    Line phrase(Phrase phrase) {
        for (Phrase.Part part : phrase.parts()) {
            if (part instanceof Phrase.OfFactor factor) {
                link(Anchors.factor(factor.factor()), factor.text());
            } else if (part instanceof Phrase.OfGroup group) {
                link(Anchors.group(group.group()), group.text());
            } else if (part instanceof Phrase.Figure) {
                strong(part.text());
            } else {
                text(part.text());
            }
        }
        return this;
    }

    Line then(Line more) {
        nodes.addAll(more.nodes);
        return this;
    }

    /** Lines in a row with something between them. */
    Line join(Collection<Line> lines, String between) {
        boolean first = true;
        for (Line line : lines) {
            if (!first) {
                text(between);
            }
            first = false;
            then(line);
        }
        return this;
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    void into(Node parent) {
        nodes.forEach(parent::appendChild);
    }
}
