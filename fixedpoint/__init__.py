"""Computer-assisted proofs about how neural networks propagate mean and variance.

The rooms, each of which imports only rooms above it:

    exact       exact numbers in and out
    model       activations, Gaussian functions, the moment map g and its Jacobians (SymPy)
    interval    expression graphs; the trusted kernel; the fast kernel; derivatives; normal forms
    check       statements, certificates and the checker: reads nothing but certificates
    claims      the language in which the paper's statements are written
    prove       the search for proofs; not trusted
    report      what people read: text, JSON, the verdict lock
    cli         the command verify-bounds
"""
