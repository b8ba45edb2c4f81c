"""The symbols shared by every expression of the model (paper, Section "Self-normalizing")."""

from sympy import Symbol

mu = Symbol("mu", real=True)  # mean of the layer's inputs
omega = Symbol("omega", real=True)  # sum of the weights
nu = Symbol("nu", positive=True)  # variance of the layer's inputs
tau = Symbol("tau", positive=True)  # sum of the squared weights

x = Symbol("x", real=True)  # mean of the net input, mu * omega
y = Symbol("y", positive=True)  # variance of the net input, nu * tau
z = Symbol("z", real=True)  # the net input, z ~ N(x, y)
