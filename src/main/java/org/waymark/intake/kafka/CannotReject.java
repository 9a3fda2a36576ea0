package org.waymark.intake.kafka;

/** The broker did not acknowledge what is refused. Whether it has it is not known. */
final class CannotReject extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotReject(Throwable cause) {
        super("what is refused could not be written to " + Topics.REJECTED, cause);
    }
}
