package io.throughline.host.confluence.storage;

/** Text that is no storage format; the message says where and why. */
public final class UnreadableStorage extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableStorage(String message) {
        super(message);
    }
}
