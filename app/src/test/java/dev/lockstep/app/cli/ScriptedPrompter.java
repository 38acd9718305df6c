package dev.lockstep.app.cli;

import dev.lockstep.app.config.value.Prompter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person who gives prepared answers, and remembers the questions. */
public final class ScriptedPrompter implements Prompter {
    private final Deque<String> answers;
    private final List<String> questions = new ArrayList<>();
    private final List<String> secretQuestions = new ArrayList<>();

    public ScriptedPrompter(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public Optional<String> ask(String question) {
        questions.add(question);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<String> askSecret(String question) {
        secretQuestions.add(question);
        return Optional.ofNullable(answers.poll());
    }

    public List<String> questions() {
        return List.copyOf(questions);
    }

    public List<String> secretQuestions() {
        return List.copyOf(secretQuestions);
    }

    public boolean done() {
        return answers.isEmpty();
    }
}
