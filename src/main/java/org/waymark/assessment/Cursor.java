package org.waymark.assessment;

import tools.jackson.databind.JsonNode;

/**
 * One value of a document, which knows where it is and reports there.
 *
 * @param pointer its RFC 6901 JSON pointer
 */
public record Cursor(JsonNode node, String pointer, Faults faults) {

    /**
     * The whole of a document, read as strictly as an assessment.
     *
     * @param faults where what is wrong with its values is to be reported
     * @throws InvalidAssessment of kind {@code TOO_LARGE} or {@code MALFORMED} where it is no JSON
     */
    public static Cursor of(byte[] json, Faults faults) throws InvalidAssessment {
        return new Cursor(JsonText.parse(JsonText.decode(json)), "", faults);
    }

    /** Reports something wrong with this value. */
    public void fault(String message) {
        faults.add(pointer, message);
    }

    /** Reports that something else is allowed here than what was found. */
    public void expected(String allowed) {
        fault("expected " + allowed + ", found " + found());
    }

    /** The value of a field, which must be there. */
    public Cursor field(String name) {
        return new Cursor(node.get(name), pointerTo(name), faults);
    }

    /** The value at that place of an array. */
    public Cursor item(int index) {
        return new Cursor(node.get(index), pointer + "/" + index, faults);
    }

    /** The pointer to a field, whether or not it is there. */
    public String pointerTo(String name) {
        // A pointer must be writable as UTF-8 even where the name is not.
        String writable = name.codePoints()
                .map(character -> Characters.isLoneSurrogate(character) ? '\uFFFD' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return pointer + "/" + writable.replace("~", "~0").replace("/", "~1");
    }

    private String found() {
        return switch (node.getNodeType()) {
            case STRING -> "the string " + Quoted.of(node.stringValue());
            // Not as plain digits: 1e999999999 has a great many of them.
            case NUMBER -> "the number " + Quoted.of(node.decimalValue().toString());
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case NULL -> "`null`: leave the field out where there is nothing to say";
            default -> Quoted.of(node.asString());
        };
    }
}
