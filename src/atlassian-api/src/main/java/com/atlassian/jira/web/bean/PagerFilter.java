package com.atlassian.jira.web.bean;

/**
 * A window on a result: where it starts and how many it may hold.
 *
 * <p>Source: dossier 3.6 [J7]
 */
public class PagerFilter<T> {
    private final int start;
    private final int max;

    public PagerFilter(int start, int max) {
        this.start = start;
        this.max = max;
    }

    public int getStart() {
        return start;
    }

    public int getMax() {
        return max;
    }
}
