package org.waymark.trail.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every way to change one field of a line: another value, or none. */
final class Flips {

    private final JsonNode line;
    private final Map<String, String> flipped = new LinkedHashMap<>();

    private Flips(String line) {
        this.line = JsonMapper.shared().readTree(line);
    }

    /** The changed lines, by what was changed. */
    static Map<String, String> of(String line) {
        Flips flips = new Flips(line);
        flips.within("", flips.line);
        return flips.flipped;
    }

    private void within(String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                String place = path + "/" + name.replace("~", "~0").replace("/", "~1");
                changed("without " + place, path, (ObjectNode parent) -> parent.remove(name));
                flip(
                        place,
                        object.get(name),
                        other -> changed(place, path, (ObjectNode parent) -> parent.set(name, other)));
            }
            changed(path + "/more", path, (ObjectNode parent) -> parent.put("more", "x"));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                String place = path + "/" + i;
                changed("without " + place, path, (ArrayNode parent) -> parent.remove(index));
                flip(
                        place,
                        array.get(i),
                        other -> changed(place, path, (ArrayNode parent) -> parent.set(index, other)));
            }
        }
    }

    private interface With {
        void use(JsonNode other);
    }

    private void flip(String place, JsonNode value, With with) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.isContainer()) {
            within(place, value);
        } else if (value.isNumber()) {
            with.use(nodes.numberNode(value.asLong() + 1));
        } else if (value.isNull()) {
            with.use(nodes.stringNode("x"));
        } else {
            String text = value.asString();
            // Near the start, where base64 has no bits that mean nothing, and a hash no letter for another.
            int at = text.length() / 3;
            char one = text.isEmpty() ? ' ' : text.charAt(at);
            String other = text.isEmpty()
                    ? "x"
                    : text.substring(0, at)
                            + (one == 'A'
                                    ? 'B'
                                    : one == '1'
                                            ? '2'
                                            : one == 'a' ? 'b' : one == '\n' ? ' ' : Character.isDigit(one) ? '1' : 'a')
                            + text.substring(at + 1);
            with.use(nodes.stringNode(other));
        }
    }

    private interface Change<T extends JsonNode> {
        void of(T parent);
    }

    @SuppressWarnings("unchecked")
    private <T extends JsonNode> void changed(String what, String path, Change<T> change) {
        JsonNode copy = line.deepCopy();
        change.of((T) copy.at(path));
        flipped.put(what, CanonicalJson.write(copy));
    }
}
