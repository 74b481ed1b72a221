package io.throughline.app.live;

/**
 * How far the work index of this node is.
 *
 * @param ready whether every issue was read once; before that no number about work is shown, since it would be partial
 * @param indexed issues read so far in the running or last fill
 * @param total issues that there were when that fill began
 * @param lagSeconds age of the oldest noted change that is not in the index yet, 0 when there is none
 */
public record IndexHealth(boolean ready, long indexed, long total, long lagSeconds) {}
