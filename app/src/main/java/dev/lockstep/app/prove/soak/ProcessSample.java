package dev.lockstep.app.prove.soak;

/**
 * What a process used at one moment.
 *
 * @param process its number, from 1
 * @param residentBytes its memory that is not swapped out
 * @param threads the number of its threads
 * @param openFiles the number of its open files, sockets and pipes
 */
public record ProcessSample(int process, long residentBytes, int threads, int openFiles) {}
