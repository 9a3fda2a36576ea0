package org.waymark.casework;

import java.util.ArrayList;
import java.util.List;

/** A short document of headings, paragraphs and lists, to be written in one form or another. */
public final class PlainText {

    private enum Shape {
        TITLE,
        HEADING,
        PARAGRAPH,
        ITEM
    }

    private record Block(Shape shape, String text) {}

    private final List<Block> blocks = new ArrayList<>();

    PlainText title(String text) {
        return and(Shape.TITLE, text);
    }

    PlainText heading(String text) {
        return and(Shape.HEADING, text);
    }

    PlainText paragraph(String text) {
        return and(Shape.PARAGRAPH, text);
    }

    PlainText item(String text) {
        return and(Shape.ITEM, text);
    }

    private PlainText and(Shape shape, String text) {
        blocks.add(new Block(shape, text.strip()));
        return this;
    }

    /** As Markdown; nothing that somebody wrote can become a mark of it. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean listGoesOn =
                    i > 0 && block.shape() == Shape.ITEM && blocks.get(i - 1).shape() == Shape.ITEM;
            text.append(i == 0 || listGoesOn ? "" : "\n")
                    .append(
                            switch (block.shape()) {
                                case TITLE -> "# ";
                                case HEADING -> "## ";
                                case PARAGRAPH -> "";
                                case ITEM -> "- ";
                            })
                    .append(block.text().replaceAll("\\s+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~&])", "\\\\$1"))
                    .append('\n');
        }
        return text.toString();
    }

    /** As a page of HTML that loads nothing. */
    public String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\">"
                + "<title>What is written down about you</title></head>\n<body>\n");
        boolean list = false;
        for (Block block : blocks) {
            boolean item = block.shape() == Shape.ITEM;
            page.append(item && !list ? "<ul>\n" : !item && list ? "</ul>\n" : "");
            list = item;
            String tag = switch (block.shape()) {
                case TITLE -> "h1";
                case HEADING -> "h2";
                case PARAGRAPH -> "p";
                case ITEM -> "li";
            };
            page.append('<')
                    .append(tag)
                    .append('>')
                    .append(escaped(block.text()))
                    .append("</")
                    .append(tag)
                    .append(">\n");
        }
        return page.append(list ? "</ul>\n" : "").append("</body>\n</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
