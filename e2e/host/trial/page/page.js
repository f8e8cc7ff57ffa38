const state = document.querySelector('#state');
state.textContent = (await window.stillpoint.call('trial.echo', 'connected')).value;
