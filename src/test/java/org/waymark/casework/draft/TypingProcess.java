package org.waymark.casework.draft;

import java.nio.file.Files;
import java.nio.file.Path;

/** A process that saves one draft again and again until it is killed, and tells of each save once it has returned. */
final class TypingProcess {

    /** After the id and the revision, so that half a line is known as such. */
    static final String END = " .";

    private TypingProcess() {}

    /** Takes the data folder and the file of the keyset. */
    public static void main(String[] arguments) throws Exception {
        DraftsAtWork work = new DraftsAtWork(Path.of(arguments[0]));
        FormDrafts drafts = work.under(Files.readString(Path.of(arguments[1])));
        FormDraft draft = drafts.begin("ann", "sefton", content(1));
        while (true) {
            System.out.println(draft.id() + " " + draft.revision() + END);
            System.out.flush();
            draft = drafts.save(draft.id(), "ann", draft.revision(), content(draft.revision() + 1));
        }
    }

    static String content(long revision) {
        return "{\"typed\": " + revision + "}";
    }
}
