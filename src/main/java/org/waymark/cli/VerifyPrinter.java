package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.waymark.trail.proof.LineFault;
import org.waymark.trail.proof.Report;

/** The report on an exported trail, for whoever must decide whether to rely on it. */
final class VerifyPrinter {

    private VerifyPrinter() {}

    static void print(Report report, Path file, PrintWriter out) {
        line("", (report.verified() ? "VERIFIED: " : "NOT VERIFIED: ") + file, out);
        if (report.scope() != null) {
            line("", what(report), out);
        }
        section("What was checked", report.checked(), out);
        if (!report.faults().isEmpty()) {
            String count = report.moreFaults()
                    ? "the first " + report.faults().size()
                    : "" + report.faults().size();
            section(
                    "What is wrong (" + count + ")",
                    report.faults().stream().map(LineFault::toString).toList(),
                    out);
            out.println();
            line("", "Do not rely on this file. Ask for it again, and keep this one: it may be evidence.", out);
        }
        section("What this proves", report.proves(), out);
        section("What this does not prove", report.doesNotProve(), out);
    }

    private static String what(Report report) {
        String scope = String.valueOf(report.scope());
        String what = switch (scope) {
            case "person" -> "Entries about one young person, known here as " + report.of() + ".";
            case "decision" -> "The decision " + report.of() + " with its history.";
            default -> "A whole log.";
        };
        Report.Newest newest = report.checkpoint();
        return newest == null
                ? what
                : what + " Newest checkpoint: " + newest.size() + " entries of `" + newest.origin() + "`, root "
                        + newest.root() + ".";
    }

    private static void section(String title, List<String> lines, PrintWriter out) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title);
            lines.forEach(one -> line("- ", one, out));
        }
    }

    private static void line(String first, String text, PrintWriter out) {
        Wrapped.lines(first, " ".repeat(first.length()), text).forEach(out::println);
    }
}
