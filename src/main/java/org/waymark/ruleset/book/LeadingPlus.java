package org.waymark.ruleset.book;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.text.AsciiMatcher;

/**
 * Escapes a plus sign at the beginning of a block, where it would begin a list. The library's renderer escapes all else
 * that could, and leaves that out.
 */
final class LeadingPlus implements NodeRenderer {

    private static final AsciiMatcher ANYWHERE =
            AsciiMatcher.builder().anyOf("[]<>`*_&\\!").build();

    private final MarkdownNodeRendererContext context;
    private final NodeRenderer others;

    LeadingPlus(MarkdownNodeRendererContext context) {
        this.context = context;
        this.others = new org.commonmark.renderer.markdown.CoreMarkdownNodeRenderer(context);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Text.class);
    }

    @Override
    public void render(Node node) {
        String text = ((Text) node).getLiteral();
        if (node.getPrevious() == null && text.startsWith("+")) {
            context.getWriter().raw("\\+");
            context.getWriter().text(text.substring(1), ANYWHERE);
        } else {
            others.render(node);
        }
    }
}
