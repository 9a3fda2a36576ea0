package org.waymark.assessment;

import tools.jackson.databind.JsonNode;

/**
 * One value of a document, which knows where it is and reports there.
 *
 * @param pointer its RFC 6901 JSON pointer
 */
record Cursor(JsonNode node, String pointer, Faults faults) {

    void fault(String message) {
        faults.add(pointer, message);
    }

    /** Reports that something else is allowed here than what was found. */
    void expected(String allowed) {
        fault("expected " + allowed + ", found " + found());
    }

    /** The value of a field, which must be there. */
    Cursor field(String name) {
        return new Cursor(node.get(name), pointerTo(name), faults);
    }

    Cursor item(int index) {
        return new Cursor(node.get(index), pointer + "/" + index, faults);
    }

    String pointerTo(String name) {
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
