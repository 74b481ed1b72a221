package io.throughline.host.confluence.rest;

/** The part of a list that is asked for. */
record Window(int start, int limit) {

    private static final int MOST = 200;

    Window {
        start = Math.max(0, start);
        limit = Math.max(0, Math.min(MOST, limit));
    }
}
